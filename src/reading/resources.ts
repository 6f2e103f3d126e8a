// What the reader is given from outside, so that it touches no disk: the bytes of models and of compiled lexicons.
import { type ActorLexicon, openActorLexicon } from './actors/lexicon.js';
import { type OpenAttribution, openAttribution } from './attribution/models.js';
import { openSpeechLexicon, type SpeechLexicon } from './attribution/senses.js';
import { crc32 } from './checksum.js';
import { type ClaimLexicon, openClaimLexicon } from './claims/lexicon.js';
import { type ClaimModel, openClaimModel } from './claims/weigh.js';
import { type EventLexicon, openEventLexicon } from './events/lexicon.js';
import { FactTable } from './facts.js';
import { KnownWords } from './known-words.js';
import { type LemmaTables, openLemmas } from './lemmas.js';
import { Lexicon } from './lexicon.js';
import { type NameFinder, openNames } from './names.js';
import { openParser, type Parser } from './parser.js';
import { PlaceIndex } from './places/place-index.js';
import type { StatementModel } from './statements/decide.js';
import { openStatements } from './statements/models.js';
import { openTagger, type Tagger } from './tagger.js';
import { openTimesLexicon, type TimesLexicon } from './times/lexicon.js';
import { openWordLists, type WordLists } from './word-lists.js';

/** Gives the bytes of a file of the package by its path from the package's root ("models/tagger.bin", "data/compiled/times.json"). */
export type ReadBytes = (path: string) => Uint8Array;

/** Opened once a thread and shared by all readings. Each owner of a model or lexicon adds a key here, opened on first use. */
export interface Resources {
  /** Checksum over the models and lexicons, printed in every reading. */
  readonly version: string;
  readonly words: WordLists;
  /** Parts of speech and classes of English words. */
  readonly lexicon: Lexicon;
  /** What words are made of, kept from one reading to the next. */
  readonly facts: FactTable;
  readonly lemmas: LemmaTables;
  readonly tagger: Tagger;
  readonly parser: Parser;
  /** Known names as the name finder looks them up. */
  readonly knownWords: KnownWords;
  readonly nameFinder: NameFinder;
  readonly actorLexicon: ActorLexicon;
  readonly eventLexicon: EventLexicon;
  readonly claimLexicon: ClaimLexicon;
  readonly claimModel: ClaimModel;
  readonly times: TimesLexicon;
  readonly places: PlaceIndex;
  /** Words of saying, thinking and feeling. */
  readonly speech: SpeechLexicon;
  readonly attribution: OpenAttribution;
  readonly statements: StatementModel;
}

/** Every part but `version`: the file it is opened from and how. Each owner adds a line. */
const PARTS: {
  readonly [K in Exclude<keyof Resources, 'version'>]: {
    readonly path: string;
    readonly open: (bytes: Uint8Array, resources: Resources) => Resources[K];
  };
} = {
  words: { path: 'data/compiled/tokens.json', open: openWordLists },
  lexicon: { path: 'data/compiled/words.bin', open: (bytes) => new Lexicon(bytes) },
  facts: { path: 'data/compiled/words.bin', open: (_bytes, { lexicon }) => new FactTable(lexicon) },
  lemmas: { path: 'data/compiled/lemmas.json', open: openLemmas },
  tagger: { path: 'models/tagger.bin', open: (bytes, { lexicon }) => openTagger(bytes, lexicon) },
  parser: { path: 'models/parser.bin', open: (bytes, { lexicon, tagger }) => openParser(bytes, lexicon, tagger.labels) },
  knownWords: { path: 'data/compiled/actors.json', open: (_bytes, { actorLexicon, places }) => new KnownWords(actorLexicon, places) },
  nameFinder: { path: 'models/names.bin', open: (bytes, { lexicon, facts, knownWords }) => openNames(bytes, lexicon, facts, knownWords) },
  actorLexicon: { path: 'data/compiled/actors.json', open: openActorLexicon },
  eventLexicon: { path: 'data/compiled/events.json', open: openEventLexicon },
  claimLexicon: { path: 'data/compiled/claims.json', open: openClaimLexicon },
  claimModel: { path: 'models/claims.bin', open: openClaimModel },
  times: { path: 'data/compiled/times.json', open: openTimesLexicon },
  places: { path: 'data/compiled/places.bin', open: (bytes) => new PlaceIndex(bytes) },
  speech: { path: 'data/compiled/speech.json', open: openSpeechLexicon },
  attribution: { path: 'models/attribution.bin', open: (bytes, { facts, speech }) => openAttribution(bytes, facts, speech) },
  statements: { path: 'models/statements.bin', open: (bytes, { facts, speech }) => openStatements(bytes, facts, speech) },
};

/** A value made when it is first asked for, and kept. */
function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}

/** Opens what the reader needs; a part is read and checked when it is first used, so that training one model does not need the others. */
export function openResources(readBytes: ReadBytes): Resources {
  const version = once(() => {
    const paths = [...new Set(Object.values(PARTS).map(({ path }) => path))].sort();
    return paths
      .reduce((sum, path) => crc32(readBytes(path), sum), 0)
      .toString(16)
      .padStart(8, '0');
  });
  const part = <K extends Exclude<keyof Resources, 'version'>>(key: K): (() => Resources[K]) =>
    once(() => PARTS[key].open(readBytes(PARTS[key].path), resources));
  const words = part('words');
  const lexicon = part('lexicon');
  const facts = part('facts');
  const lemmas = part('lemmas');
  const tagger = part('tagger');
  const parser = part('parser');
  const knownWords = part('knownWords');
  const nameFinder = part('nameFinder');
  const actorLexicon = part('actorLexicon');
  const eventLexicon = part('eventLexicon');
  const claimLexicon = part('claimLexicon');
  const claimModel = part('claimModel');
  const times = part('times');
  const places = part('places');
  const speech = part('speech');
  const attribution = part('attribution');
  const statements = part('statements');
  const resources: Resources = {
    get version() {
      return version();
    },
    get words() {
      return words();
    },
    get lexicon() {
      return lexicon();
    },
    get facts() {
      return facts();
    },
    get lemmas() {
      return lemmas();
    },
    get tagger() {
      return tagger();
    },
    get parser() {
      return parser();
    },
    get knownWords() {
      return knownWords();
    },
    get nameFinder() {
      return nameFinder();
    },
    get actorLexicon() {
      return actorLexicon();
    },
    get eventLexicon() {
      return eventLexicon();
    },
    get claimLexicon() {
      return claimLexicon();
    },
    get claimModel() {
      return claimModel();
    },
    get times() {
      return times();
    },
    get places() {
      return places();
    },
    get speech() {
      return speech();
    },
    get attribution() {
      return attribution();
    },
    get statements() {
      return statements();
    },
  };
  return resources;
}
