// What the record has had no word on, and what it cannot say, in one line of ours.
import type { DueSheet } from '../../terms/study.js';

export type Silence = DueSheet['silence'][number];

export const saySilence = (silence: Silence): string =>
  silence.of === 'commitment'
    ? `No word on: ${silence.what}`
    : silence.of === 'standing'
      ? `Whether ${silence.party} comes to round ${silence.round}`
      : `When and where round ${silence.round} is held`;
