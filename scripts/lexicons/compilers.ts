// Every compiler of lexicons; each owner adds a line.
import { actorsCompiler } from './actors.js';
import { claimsCompiler } from './claims.js';
import type { LexiconCompiler } from './compiler.js';
import { speechCompiler } from './speech.js';
import { placesCompiler } from './places.js';
import { timesCompiler } from './times.js';
import { tokensCompiler } from './tokens.js';
import { wordsCompiler } from './words.js';

export const COMPILERS: readonly LexiconCompiler[] = [actorsCompiler, claimsCompiler, speechCompiler, placesCompiler, timesCompiler, tokensCompiler, wordsCompiler];
