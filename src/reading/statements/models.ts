// Opens the statement models (models/statements.bin).
import { attributionMark } from '../attribution/mark.js';
import type { SpeechLexicon } from '../attribution/senses.js';
import type { FactTable } from '../facts.js';
import { openModel } from '../model.js';
import type { StatementModel } from './decide.js';

/** Throws ParleyError 'model-damaged' where the file is not what it should be. The features are those of attributions and of the finds behind them. */
export function openStatements(bytes: Uint8Array, words: FactTable, speech: SpeechLexicon): StatementModel {
  const model = openModel(bytes, 'statements', attributionMark(words, speech));
  return { decision: model.table('decision'), act: model.table('act'), least: model.number('least') };
}
