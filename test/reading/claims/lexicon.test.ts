// The lexicons of claims hold together: every slot and value is known, and every entry stands in its own example.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  ACCESS_STEPS,
  CLAIM_KINDS,
  COMMITMENT_STANDINGS,
  MEANS,
  PLOVER_TYPES,
  RELATIONS,
  STANCES,
  STANDINGS,
  TALKS_STATUSES,
} from '../../../src/terms/reading.js';
import { resources } from './read.js';

const VALUES: Readonly<Record<(typeof CLAIM_KINDS)[number], readonly string[]>> = {
  talks: TALKS_STATUSES,
  standing: STANDINGS,
  commitment: COMMITMENT_STANDINGS,
  position: STANCES,
  pressure: MEANS,
  access: ACCESS_STEPS,
  blame: ['', 'deed', 'mutual'],
  tie: RELATIONS,
  act: PLOVER_TYPES,
};
const SLOT = /^(?:subj|obj|iobj|comp|subj-comp|poss|mod|appos|speaker|verb|self|none|pp:[a-z]+)$/;

describe('the lexicons of claims', () => {
  const triggers = [...resources.claimLexicon.triggers.values()].flat();

  it('hold entries of every kind', () => {
    for (const kind of CLAIM_KINDS) assert.ok(triggers.filter((trigger) => trigger.kind === kind).length > 40, kind);
  });

  it('name only values and slots that are known', () => {
    for (const { id, kind, value, frame } of triggers) {
      assert.ok(VALUES[kind].includes(value), `${id}: value ${value}`);
      for (const slots of frame.values()) for (const slot of slots) assert.match(slot, SLOT, `${id}: slot ${slot}`);
    }
  });

  it('give an example and a source for every entry', () => {
    for (const kind of CLAIM_KINDS) {
      const path = fileURLToPath(new URL(`../../../data/claims/${kind}.tsv`, import.meta.url));
      for (const line of readFileSync(path, 'utf8').split('\n')) {
        if (line === '' || line.startsWith('#')) continue;
        const cells = line.split('\t');
        assert.match(cells.at(-2) ?? '', /[.!?]$/, `${kind}: ${line}`);
        assert.match(cells.at(-1) ?? '', /^(?:own|plover|wordnet:\S+)$/, `${kind}: ${line}`);
      }
    }
  });
});
