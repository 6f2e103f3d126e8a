// The trainers in the order they run: a later one may read with the models of the earlier ones.
import { attributionTrainer } from './attribution/trainer.js';
import { claimsTrainer } from './claims/trainer.js';
import { namesTrainer } from './names.js';
import { parserTrainer } from './parser.js';
import { taggerTrainer } from './tagger.js';
import type { Trainer } from './trainer.js';

export const TRAINERS: readonly Trainer[] = [taggerTrainer, parserTrainer, namesTrainer, attributionTrainer, claimsTrainer];
