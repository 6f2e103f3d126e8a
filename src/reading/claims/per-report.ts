// What the finders ask of a whole report again and again, worked out when it is first asked: asking it for every candidate would make long reports slower than linear.
import type { Actor } from '../../terms/reading.js';
import type { ClaimView } from './view.js';

/** A question to a report whose answer is kept as long as its view. */
export function perReport<T>(answer: (view: ClaimView) => T): (view: ClaimView) => T {
  const kept = new WeakMap<ClaimView, { readonly value: T }>();
  return (view) => {
    let known = kept.get(view);
    if (known === undefined) {
      known = { value: answer(view) };
      kept.set(view, known);
    }
    return known.value;
  };
}

const byName = perReport((view) => {
  const names = new Map<string, Actor>();
  for (const actor of view.actors.values()) {
    const [name] = actor.names;
    if (name !== undefined && !names.has(name)) names.set(name, actor);
  }
  return names;
});

/** The first actor whose name, the one that everything else uses, it is. */
export const actorNamed = (view: ClaimView, name: string): Actor | undefined => byName(view).get(name);
