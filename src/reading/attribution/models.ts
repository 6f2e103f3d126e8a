// Opens the attribution models (models/attribution.bin) and says which feature code they were made with.
import type { FactTable } from '../facts.js';
import { openModel } from '../model.js';
import type { AttributionModels } from './find.js';
import { attributionMark } from './mark.js';
import type { SpeechLexicon } from './senses.js';
import { packTable } from './weights.js';

export interface OpenAttribution extends AttributionModels {
  /** Finds that are less likely than this to be an attribution are not looked at further. */
  readonly leastFound: number;
  /** Finds that are less likely than this to be an attribution are not given; between the two they serve the statements alone. */
  readonly leastGiven: number;
  /** Turns the chance that there is an attribution at a site into a share that holds: slope and offset on its log odds (Platt 1999). */
  readonly slope: number;
  readonly offset: number;
}

/** Throws ParleyError 'model-damaged' where the file is not what it should be. */
export function openAttribution(bytes: Uint8Array, words: FactTable, speech: SpeechLexicon): OpenAttribution {
  const model = openModel(bytes, 'attribution', attributionMark(words, speech));
  return {
    cue: { weights: packTable(model.table('cue')) },
    arguments: { unary: packTable(model.table('unary')), edge: packTable(model.table('edge')) },
    rerank: { weights: model.table('rerank') },
    leastFound: model.number('leastFound'),
    leastGiven: model.number('leastGiven'),
    slope: model.number('slope'),
    offset: model.number('offset'),
  };
}
