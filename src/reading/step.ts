// A step of the reader, and the one check that a list of steps is in an order that can run.
import type { Draft, Piece, ReadingInput } from './draft.js';
import type { Resources } from './resources.js';

export interface Step {
  readonly name: string;
  readonly needs: readonly Piece[];
  readonly gives: readonly Piece[];
  run(draft: Draft, resources: Resources): Partial<Draft>;
}

/** Defines a step whose `run` can touch only the pieces it declares. */
export function step<N extends Piece, G extends Piece>(definition: {
  readonly name: string;
  readonly needs: readonly N[];
  readonly gives: readonly G[];
  readonly run: (draft: Pick<Draft, N>, resources: Resources) => Pick<Draft, G>;
}): Step {
  return definition as Step;
}

/** Throws where a step needs a piece that no earlier step gives, or two steps give the same piece. */
export function checkOrder(steps: readonly Step[]): void {
  const given = new Map<Piece, string>([['input', 'the caller']]);
  for (const { name, needs, gives } of steps) {
    for (const piece of needs) if (!given.has(piece)) throw new Error(`step ${name} needs "${piece}", which no earlier step gives`);
    for (const piece of gives) {
      const giver = given.get(piece);
      if (giver !== undefined) throw new Error(`step ${name} gives "${piece}", which ${giver} gives already`);
      given.set(piece, name);
    }
  }
}

/** Runs the steps in order over one input. */
export function runSteps(steps: readonly Step[], input: ReadingInput, resources: Resources): Draft {
  let draft = { input } as Draft;
  for (const { run } of steps) draft = { ...draft, ...run(draft, resources) };
  return draft;
}

/** The steps that a piece needs, in their order, the one that gives it last. */
export function stepsTo(steps: readonly Step[], piece: Piece): Step[] {
  const wanted = new Set<Piece>([piece]);
  return steps
    .toReversed()
    .filter(({ needs, gives }) => {
      if (!gives.some((given) => wanted.has(given))) return false;
      for (const need of needs) wanted.add(need);
      return true;
    })
    .toReversed();
}
