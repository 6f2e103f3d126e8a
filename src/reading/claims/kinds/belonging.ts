// Ties told by a bare belonging: "Tzur of the front", "the front's Tzur", "the front of Tzur".
import type { Span } from '../../../terms/span.js';
import type { Mention } from '../../draft.js';
import type { Candidate } from '../candidate.js';
import { contextOf } from '../context.js';
import { featuresOf } from '../features.js';
import { type Filling, namesOf } from '../fill.js';
import type { ClaimView } from '../view.js';
import { indexNames, whoseWords } from '../whose.js';

/** Kinds of actor whom a single person stands for, rather than belongs to. */
const STATES = new Set(['government', 'organisation', 'place']);
const GROUPS = new Set(['government', 'party', 'armed group', 'group', 'organisation', 'body', 'armed force', '']);
const TEAM = /^(?:negotiators?|delegates?|delegations?|teams?|panels?|envoys?|mediators?|representatives?|heads?)$/;
const POSSESSIVE = new Set(["'s", '’s', "'", '’']);

export function proposeBelonging(view: ClaimView): Candidate[] {
  const out: Candidate[] = [];
  const index = indexNames(view);
  const { tokens } = view;
  const kindOf = (mention: Mention): string => view.actors.get(mention.actors[0] ?? '')?.kind ?? '';
  const add = (entry: string, anchor: number, person: Mention, to: Filling, start: number, end: number): void => {
    const [from = ''] = namesOf(view, person);
    const [body = ''] = to.actors;
    if (from === '' || body === '' || from === body) return;
    const evidence: Span = [start, end];
    const role: Filling = { actors: [from], head: person.head, path: entry, kind: kindOf(person), form: person.form };
    const first = view.tokenAt(start);
    const near = tokens.slice(Math.max(0, first - 6), Math.max(person.first, first + 4)).some(({ lower }) => TEAM.test(lower));
    const office = [first, first - 1, first + 1].some((at) =>
      ['president', 'minister', 'premier', 'chancellor', 'king', 'leader'].includes(view.tokens[at]?.lemma.toLowerCase() ?? ''),
    );
    if (office && entry.startsWith('belonging: person of')) return;
    const stands = near || (entry.startsWith('belonging: person ') && STATES.has(to.kind));
    const relations = entry.startsWith('belonging: person has')
      ? ['leads']
      : entry.startsWith('belonging: body of') || entry.startsWith('belonging: body under')
        ? [near ? 'represents' : 'leads']
        : [stands ? 'represents' : 'member-of'];
    for (const relation of relations) {
      const told = { view, anchor, entry, given: relation, context: contextOf(view, anchor), statement: null, evidence, strength: entry };
      const features = featuresOf(told, relation, { from: role, to }, (tell) => {
        tell`${entry}&to=${to.kind}&v=${relation}`;
        tell`${entry}&to=${to.path}`;
        tell`near=${near}&v=${relation}`;
      });
      out.push({
        kind: 'tie',
        entry,
        anchor,
        rival: { group: `${entry} ${to.path} ${relation}`, item: `${from} ${body}` },
        fields: { from, to: body, relation, negated: false },
        evidence,
        statement: null,
        strength: entry,
        features,
      });
    }
  };
  for (const mention of view.mentions) {
    if (mention.form !== 'name' || kindOf(mention) !== 'person') continue;
    const sentence = view.sentenceOf(mention.first);
    const after = tokens[mention.last];
    if (after !== undefined && mention.last < sentence.last && (after.lower === 'of' || after.lower === 'for')) {
      let to = mention.last + 1;
      while (
        to < sentence.last &&
        to < mention.last + 8 &&
        !/^[,;:()“”"]$/.test(tokens[to]!.text) &&
        !tokens[to]!.tag.startsWith('V') &&
        tokens[to]!.lower !== 'and'
      )
        to++;
      for (const body of whoseWords(view, index, mention.last + 1, to, `person-${after.lower}`, namesOf(view, mention)).slice(0, 2)) {
        // "Sule of links with the front" is not of the front.
        if (tokens.slice(mention.last + 1, body.head).some(({ tag }) => tag === 'NN' || tag === 'NNS')) continue;
        add(
          `belonging: person ${after.lower}`,
          mention.last,
          mention,
          body,
          tokens[mention.first]!.start,
          tokens[Math.max(body.head, mention.last)]!.end,
        );
      }
    }
    // "the front's Tzur", and inside one mention "Front's Tzur"
    for (let at = Math.max(sentence.first + 1, mention.first - 1); at < mention.head; at++) {
      if (!POSSESSIVE.has(tokens[at]!.text)) continue;
      let from = at;
      while (from > sentence.first && from > at - 5 && tokens[from - 1]!.tag.startsWith('N')) from--;
      for (const body of whoseWords(view, index, from, at, 'owner', namesOf(view, mention)).slice(0, 2))
        add('belonging: body has person', at, mention, body, tokens[from]!.start, tokens[mention.last - 1]!.end);
    }
    // "Tzur's front"
    if (after !== undefined && mention.last < sentence.last && POSSESSIVE.has(after.text)) {
      const body = view
        .mentionsIn(mention.first, Math.min(sentence.last, mention.last + 3))
        .find(({ head, form }) => head > mention.last && head <= mention.last + 6 && form !== 'pronoun');
      const actor = view.actors.get(body?.actors[0] ?? '');
      if (body !== undefined && actor !== undefined && GROUPS.has(actor.kind)) {
        const whole: Filling = { actors: [actor.names[0] ?? ''], head: body.head, path: 'owned', kind: actor.kind, form: body.form };
        add('belonging: person has body', mention.last, mention, whole, tokens[mention.first]!.start, tokens[body.last - 1]!.end);
      }
    }
    // "the front of Tzur", "the front under Tzur"
    const marker = tokens[mention.first - 1];
    if (marker !== undefined && (marker.lower === 'of' || marker.lower === 'under') && marker.index > sentence.first) {
      let from = marker.index;
      while (
        from > sentence.first &&
        from > marker.index - 8 &&
        !/^[,;:“”"]$/.test(tokens[from - 1]!.text) &&
        !tokens[from - 1]!.tag.startsWith('V')
      )
        from--;
      for (const body of whoseWords(view, index, from, marker.index, 'body', namesOf(view, mention)).slice(0, 2))
        add(`belonging: body ${marker.lower} person`, marker.index, mention, body, tokens[from]!.start, tokens[mention.last - 1]!.end);
    }
  }
  return out;
}
