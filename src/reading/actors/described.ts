// A description as its readers look at it: the words before its head, whose it is, and what it makes when it names somebody of its own.
import type { Phrase } from './phrase.js';
import type { Kind, Referent } from './referents.js';
import { namedBy, type Scene, sidesOf } from './scene.js';
import { wordsOf } from './view.js';
import { affiliates } from './whose.js';

export type Description = Extract<Phrase['nominal'], { readonly type: 'description' }>;

const INDEFINITE = /^(a|an|another|some|one|several|many|no|any|few|most|such)( |$)/;
/** Determiners that take all there are. */
export const BOTH = /(^| )(two|both|each|either|neither|all|every)( |$)/;

export interface Described {
  readonly scene: Scene;
  readonly phrase: Phrase;
  readonly nominal: Description;
  readonly noun: string;
  readonly headFirst: number;
  /** Whose it is. */
  readonly of: readonly Referent[];
  /** The words before the head, in small letters. */
  readonly modifying: string;
  readonly indefinite: boolean;
  readonly words: () => string;
  /** An actor filed under the words of the description, to token `last` or its end. */
  readonly asNamed: (kind: Kind, last?: number) => Referent[];
  /** The two sides to the talks, where both are known. */
  readonly several: () => readonly Referent[];
}

/** Reads a description for its meaning. */
export function describedBy(scene: Scene, phrase: Phrase, nominal: Description): Described {
  const { view, outlook } = scene;
  const { noun, headFirst } = nominal;
  const of = affiliates(scene, phrase, phrase.core, headFirst);
  return {
    scene,
    phrase,
    nominal,
    noun,
    headFirst,
    of,
    modifying: wordsOf(view, phrase.core, headFirst).toLowerCase(),
    indefinite: INDEFINITE.test(phrase.determiner),
    words: () => wordsOf(view, phrase.core, phrase.last),
    asNamed: (kind, last = phrase.last) => {
      const referent = namedBy(scene, kind, phrase.core, last);
      referent.plural = phrase.plural;
      referent.nouns.add(noun);
      referent.sector ||= nominal.sector;
      referent.of ??= of[0] ?? null;
      return [referent];
    },
    several: () => (outlook.sides.length === 2 ? sidesOf(scene) : []),
  };
}
