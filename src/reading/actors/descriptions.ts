// What a description means: "the government", "rebel negotiators", "a Western diplomat", "the two sides", "Turkey's foreign ministry".
import { blocMeaning, bodyMeaning, groupMeaning } from './bodies.js';
import { type Described, type Description, describedBy } from './described.js';
import type { HeadClass } from './lexicon.js';
import type { Phrase } from './phrase.js';
import type { Referent } from './referents.js';
import type { Scene } from './scene.js';
import { delegationMeaning, forceMeaning, governmentMeaning, oppositionMeaning, rebelMeaning, sideMeaning } from './sides.js';
import { gatheringMeaning, outletMeaning, placeMeaning, processMeaning, textMeaning } from './things.js';
import { officeMeaning, voiceMeaning } from './voices.js';

const READERS: Readonly<Record<HeadClass, (described: Described) => readonly Referent[]>> = {
  government: governmentMeaning,
  delegation: delegationMeaning,
  side: sideMeaning,
  office: officeMeaning,
  person: voiceMeaning,
  voice: voiceMeaning,
  opposition: oppositionMeaning,
  rebels: rebelMeaning,
  force: forceMeaning,
  body: bodyMeaning,
  organisation: blocMeaning,
  group: groupMeaning,
  bloc: blocMeaning,
  place: placeMeaning,
  outlet: outletMeaning,
  text: textMeaning,
  process: processMeaning,
  gathering: gatheringMeaning,
};

/** What a description means; an empty list where it means no actor. */
export const describe = (scene: Scene, phrase: Phrase, nominal: Description): readonly Referent[] =>
  READERS[nominal.class](describedBy(scene, phrase, nominal));
