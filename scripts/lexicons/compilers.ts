// Every compiler of lexicons; each owner adds a line.
import { actorsCompiler } from './actors.js';
import { claimsCompiler } from './claims.js';
import type { LexiconCompiler } from './compiler.js';
import { eventsCompiler } from './events.js';
import { placesCompiler } from './places.js';
import { speechCompiler } from './speech.js';
import { timesCompiler } from './times.js';
import { tokensCompiler } from './tokens.js';
import { wordsCompiler } from './words.js';

export const COMPILERS: readonly LexiconCompiler[] = [
  actorsCompiler,
  eventsCompiler,
  claimsCompiler,
  speechCompiler,
  placesCompiler,
  timesCompiler,
  tokensCompiler,
  wordsCompiler,
];
