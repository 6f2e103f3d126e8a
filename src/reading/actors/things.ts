// Descriptions of what is no party: places, outlets, texts with who issued them, talks and gatherings.
import type { Described } from './described.js';
import { placeNamed } from './names.js';
import type { Phrase } from './phrase.js';
import { addName, isCollective, isPerson, keyed, type Referent, referentOf } from './referents.js';
import { roleOf } from './roles.js';
import { latest, type Scene } from './scene.js';
import { keyOf, wordsOf } from './view.js';

/** "the city of Homs", "the town", "districts of the north". */
export function placeMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, indefinite, words } = described;
  const { view } = scene;
  const hung = phrase.complement === null ? undefined : scene.meanings.get(phrase.complement.index);
  if (
    phrase.preposition === 'of' &&
    hung !== undefined &&
    hung[0]?.kind === 'place' &&
    /^(city|town|village|port|province|region|district|governorate|island|enclave|territory)$/.test(noun)
  ) {
    addName(hung[0], wordsOf(view, phrase.core, phrase.last), phrase.core);
    return [hung[0]];
  }
  if (phrase.core === headFirst && phrase.complement === null && phrase.possessor === null && !indefinite && !phrase.plural) {
    const same = latest(
      scene,
      (one) =>
        one.kind === 'place' &&
        !view.lexicon.countries.has(one.country === '' || one.filed !== view.lexicon.countries.get(one.country)?.name ? '' : one.country),
    );
    return same === null ? [] : [same];
  }
  if (indefinite) return [];
  return [placeNamed(scene, words(), words(), phrase.core, '')];
}

/** "Syrian state television", "the agency". */
export function outletMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, of } = described;
  const { view, referents } = scene;
  const own =
    phrase.possessor !== null && phrase.possessor.nominal.type !== 'pronoun'
      ? wordsOf(view, phrase.first, phrase.coreEnd)
      : wordsOf(view, phrase.core, phrase.coreEnd);
  const same =
    phrase.core === headFirst ? latest(scene, (one) => one.kind === 'outlet' && (one.known !== null || one.nouns.has(noun))) : null;
  if (same !== null && !/^(media|press)$/.test(noun)) return [same];
  const referent = referentOf(referents, keyed('outlet', keyOf(own)), 'outlet');
  referent.sector = 'MED';
  referent.nouns.add(noun);
  referent.country ||= of[0]?.country ?? '';
  addName(referent, own, phrase.core);
  return [referent];
}

const TRUCES = ['ceasefire', 'cease-fire', 'truce', 'armistice'];
const ISSUED = /^(statement|communique|communiqué|declaration|letter|message|text|report|notice|bulletin|tweet|post|memo|note|article)$/;
const ISSUES =
  /^(issue|release|publish|send|adopt|circulate|post|put|reply|respond|say|write|announce|declare|read|hand|add|state|warn|deny|accuse|blame|call|condemn|confirm|insist|welcome|reject|pledge|urge|voice|charge|lament|complain)$/;

/** Who issued a text: the subject of the verb it stands with ("said in a statement", "a statement it issued", "issued by the Kremlin"). */
function issuerOf(scene: Scene, phrase: Phrase): Referent | null {
  const { view, phrases, seen } = scene;
  const { tokens } = view;
  const role = roleOf(view, phrase);
  const sentence = tokens[phrase.head]!.sentence;
  const after = tokens[phrase.last];
  for (const next of phrases.slice(phrase.index + 1, phrase.index + 6)) {
    if (tokens[next.head]!.sentence !== sentence || next.first > phrase.last + 8) break;
    const before = tokens[next.first - 1];
    const byAgent = before?.lower === 'by' || before?.lower === 'from';
    if ((byAgent && next.first <= phrase.last + 7) || (next.first === phrase.last && ISSUES.test(roleOf(view, next).verb))) {
      const found = scene.early(next)[0];
      if (found !== undefined && found.kind !== 'place' && found.kind !== 'text') return found;
    }
  }
  if (after?.lower === 'of') return null;
  const inText = role.preposition === 'in' || role.preposition === 'by' || role.preposition === 'through';
  if (!inText && !(role.role === 'object' && ISSUES.test(role.verb))) return null;
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - 12); at--) {
    const sighting = seen[at]!;
    if (sighting.sentence !== sentence) break;
    const [one] = sighting.referents;
    if (
      sighting.role.role === 'subject' &&
      one !== undefined &&
      one.kind !== 'text' &&
      one.kind !== 'place' &&
      ISSUES.test(sighting.role.verb)
    )
      return one;
  }
  return null;
}

/** "the statement", "a communiqué issued by the Kremlin". */
export function textMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, of, indefinite } = described;
  const { view, referents } = scene;
  const same =
    phrase.core === headFirst && !indefinite && phrase.possessor === null
      ? latest(
          scene,
          (one) =>
            one.kind === 'text' &&
            (one.nouns.has(noun) || (/^(document|text)$/.test(noun) && !TRUCES.some((truce) => one.nouns.has(truce)))),
        )
      : null;
  const referent =
    same ??
    referentOf(
      referents,
      keyed('text', indefinite ? `${noun}:${phrase.index}` : keyOf(wordsOf(view, phrase.core, phrase.coreEnd))),
      'text',
    );
  referent.nouns.add(noun);
  addName(referent, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
  if (ISSUED.test(noun)) referent.issuer ??= issuerOf(scene, phrase);
  referent.issuer ??=
    of[0] !== undefined &&
    phrase.preposition !== 'of' &&
    (isCollective(of[0]) || isPerson(of[0])) &&
    !/^(agreement|accord|deal|treaty|pact|truce|ceasefire|cease-fire|resolution|plan|draft)$/.test(noun)
      ? of[0]
      : null;
  return [referent];
}

/** "the peace talks": one actor a report. */
export function processMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, modifying } = described;
  const { view, referents } = scene;
  if (/^(process|round|exchange|mediation|negotiation)$/.test(noun) && !/peace|political/.test(modifying)) return [];
  const referent = referentOf(referents, keyed('process', ''), 'process');
  referent.plural = true;
  addName(referent, noun, headFirst);
  if (!/\b(round|days|week|more|further|new|first|second|direct|last|next)\b/.test(modifying))
    addName(referent, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
  return [referent];
}

/** "the donor conference". */
export function gatheringMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, indefinite } = described;
  const { view, referents } = scene;
  if (indefinite && phrase.complement === null) return [];
  const referent = referentOf(referents, keyed('gathering', noun), 'gathering');
  addName(referent, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
  return [referent];
}
