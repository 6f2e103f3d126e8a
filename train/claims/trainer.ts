// Trains the claim model: which candidates are claims, and of which fields.
import { BITS } from '../../src/reading/claims/tell.js';
import { CLAIM_FEATURES, CLAIM_MODEL, COLUMNS } from '../../src/reading/claims/weigh.js';
import { CLAIM_KINDS } from '../../src/terms/reading.js';
import { clipAt, quantise, writeModel } from '../model-file.js';
import { commandFor, openHere, ROOT, type Trainer } from '../trainer.js';
import { readComposedIn } from './composed.js';
import { readGold } from './gold.js';
import { learn } from './learn.js';
import { readForTraining } from './readings.js';
import { chooseThresholds, crossWeigh, examplesOf, inLightOf, strictOf, usualOf, weigh } from './thresholds.js';

export const claimsTrainer: Trainer = {
  name: CLAIM_MODEL,
  train({ claims }) {
    const resources = openHere();
    const read = (part: string) => readGold(`${claims}/${part}.jsonl`).map((gold) => readForTraining(gold, resources));
    const reports = read('train');
    const composed = readComposedIn(`${ROOT}/train/claims/composed`).map((gold) => readForTraining(gold, resources));
    const unlit = crossWeigh(reports, composed);
    const usual = usualOf(unlit);
    const crossed = unlit.map((report) => inLightOf(report, usual));
    const weights = learn([...reports, ...composed].flatMap(examplesOf));
    const held = read('dev').map((report) => inLightOf(weigh(report, weights), usual));
    const thresholds = chooseThresholds([...crossed, ...held]);
    const own = strictOf(crossed, thresholds);
    const dev = strictOf(held, thresholds);
    const table = quantise('weights', BITS, COLUMNS, weights, { clip: clipAt(weights), least: 0.004 });
    writeModel(
      ROOT,
      {
        name: CLAIM_MODEL,
        version: 1,
        features: CLAIM_FEATURES,
        labels: { kinds: [...CLAIM_KINDS] },
        numbers: {
          'usual claims by 1,000 tokens': usual,
          ...Object.fromEntries(CLAIM_KINDS.map((kind) => [`threshold ${kind}`, thresholds[kind]])),
        },
        tables: [table],
      },
      {
        what: 'Which candidates of the nine kinds of claim are claims, and whose fields are right.',
        data: [
          {
            name: 'gold reports of claims, train part',
            licence: 'composed for the project from public facts; no text of it is shipped',
            from: 'gold/claims/train.jsonl',
            size: `${reports.length} reports, ${reports.reduce((n, { gold }) => n + gold.claims.length, 0)} claims`,
          },
          {
            name: 'composed reports of claims',
            licence: 'Apache-2.0, part of this repository; their persons, groups and events are invented',
            from: 'train/claims/composed',
            size: `${composed.length} reports, ${composed.reduce((n, { gold }) => n + gold.claims.length, 0)} claims`,
          },
        ],
        method:
          'Two logistic regressions a kind over hashed features (is a claim there; are its fields right), by stochastic gradient descent; one threshold, the best F (precision counted twice) over cross-validated processes and dev together.',
        scores: {
          'strict precision, five-fold over processes': own.precision,
          'strict recall, five-fold over processes': own.recall,
          'strict F1, five-fold over processes': own.f,
          'strict precision, dev': dev.precision,
          'strict recall, dev': dev.recall,
          'strict F1, dev': dev.f,
        },
        command: commandFor(CLAIM_MODEL),
      },
    );
    console.log(`claims: five-fold ${JSON.stringify(own)}, dev ${JSON.stringify(dev)}`);
  },
};
