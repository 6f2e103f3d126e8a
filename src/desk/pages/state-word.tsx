// Standing and steps as a word and a shape; the colour only repeats them.
import type { FC } from 'hono/jsx';
import type { ACCESS_STEPS, COMMITMENT_STANDINGS, STANDINGS } from '../../terms/reading.js';
import { STANDING_WORDS } from './say-claim.js';

type Standing = (typeof STANDINGS)[number] | 'not-heard';
type Step = (typeof ACCESS_STEPS)[number];
type Keeping = (typeof COMMITMENT_STANDINGS)[number];

/** ● yes, ◐ on conditions, ○ silent, ✕ no, ↩ gone, – nothing heard. */
const STANDING_SHAPES: Record<Standing, readonly [shape: string, tone: string]> = {
  invited: ['◌', 'silent'],
  coming: ['●', 'yes'],
  conditional: ['◐', 'maybe'],
  silent: ['○', 'silent'],
  refused: ['✕', 'no'],
  attending: ['●', 'yes'],
  'walked-out': ['↩', 'gone'],
  excluded: ['✕', 'gone'],
  'not-heard': ['–', 'unheard'],
};

const STEP_SHAPES: Record<Step, readonly [shape: string, tone: string]> = {
  needed: ['■', 'silent'],
  requested: ['■', 'silent'],
  agreed: ['■', 'yes'],
  authorised: ['■', 'yes'],
  moving: ['■', 'yes'],
  delivered: ['■', 'yes'],
  stalled: ['◧', 'maybe'],
  denied: ['✕', 'no'],
  attacked: ['✕', 'no'],
  besieged: ['▣', 'gone'],
};

const KEEPING_SHAPES: Record<Keeping, readonly [shape: string, tone: string]> = {
  offered: ['◌', 'silent'],
  agreed: ['◐', 'maybe'],
  'under-way': ['◐', 'yes'],
  kept: ['●', 'yes'],
  stalled: ['◧', 'maybe'],
  broken: ['✕', 'no'],
  withdrawn: ['↩', 'gone'],
};

const State: FC<{ shape: string; tone: string; word: string }> = ({ shape, tone, word }) => (
  <span class={`state ${tone}`}>
    <span class="shape" aria-hidden="true">
      {shape}
    </span>
    {word}
  </span>
);

export const StandingWord: FC<{ standing: Standing }> = ({ standing }) => {
  const [shape, tone] = STANDING_SHAPES[standing];
  return <State shape={shape} tone={tone} word={STANDING_WORDS[standing]} />;
};

export const StepWord: FC<{ step: Step }> = ({ step }) => {
  const [shape, tone] = STEP_SHAPES[step];
  return <State shape={shape} tone={tone} word={step} />;
};

export const KeepingWord: FC<{ standing: Keeping }> = ({ standing }) => {
  const [shape, tone] = KEEPING_SHAPES[standing];
  return <State shape={shape} tone={tone} word={standing === 'under-way' ? 'under way' : standing} />;
};
