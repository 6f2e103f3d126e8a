// Weights of the features by which whom a pronoun means is ranked.
import type { PronounClass } from './pronouns.js';

const SALIENCE: Readonly<Record<string, number>> = {
  'near:0': 1.5, 'near:1': 1.5, 'near:2': 0.3, 'near:3': -0.4, 'near:far': -2,
  'rank:1': 0.5, 'rank:2': 0.2, 'rank:3': 0, 'rank:4': -0.2,
  paragraph: 0.6, 'last:object': -0.1, 'last:oblique': -0.5, 'last:possessor': -0.3, 'last:pronoun': 0.3, 'last:quoted': -1,
  'gender:match': 0.5, 'gender:none': 0, 'gender:clash': -9, 'number:joint': 0.8, 'number:match': 0.8, 'number:clash': -1.5,
  'kind:text': -0.8, 'kind:place': -1.8, 'kind:outlet': -0.3, count: 0.3, clause: -3, 'speaks:place': -4, 'speaks:text': -0.6, coordinated: 3,
  'subject:0': 0.8, 'subject:1': 1, 'subject:2': 0.4, 'subject:3': 0.2, 'speaker:outside': -1, 'speaker:again': 1, 'speaker:last': 0.5, 'speaker:earlier': 0.2,
  'opens:0': 0.4, 'opens:1': 0.4,
};
export const PRONOUN_WEIGHTS: Readonly<Record<PronounClass, Readonly<Record<string, number>>>> = { person: SALIENCE, body: SALIENCE, several: SALIENCE };
