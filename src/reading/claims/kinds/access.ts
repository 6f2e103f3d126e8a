// Access: aid and people getting through to a place, or not.

import { overlapOf, type Span } from '../../../terms/span.js';
import type { Candidate } from '../candidate.js';
import type { Context } from '../context.js';
import { nounClass } from '../features.js';
import { headsIn } from '../fill.js';
import type { Match } from '../match.js';
import { perReport } from '../per-report.js';
import { candidateOf, type Proposal, proposalOf } from '../propose.js';
import { withConjuncts } from '../syntax.js';
import type { ClaimView } from '../view.js';
import { placeBefore, placesIn } from '../when.js';

const THINGS = new Set(['aid', 'convoy', 'crossing', 'corridor', 'evacuation', 'people', 'siege', 'captive']);
const COMING = new Set(['will', 'shall', 'be-to', 'may', 'must', 'would']);

/** What the sentence may make of a step. */
function steps(given: string, { negated, turn, tense, conditional }: Context): readonly string[] {
  const out = new Set([given]);
  const turned = negated || turn.startsWith('refusal') || turn.endsWith('-not') || turn === 'failure' || turn === 'prevention';
  if (given === 'besieged') return [given];
  if (turned) out.add('denied').add('stalled');
  if (turn === 'request' || turn === 'wish' || conditional || tense === 'could' || tense === 'should') out.add('requested').add('needed');
  if (turn === 'promise' || COMING.has(tense)) out.add('agreed');
  if (given === 'moving') out.add('delivered');
  if (given === 'delivered') out.add('moving');
  if (given === 'denied') out.add('stalled');
  return [...out];
}

interface PlaceChoice {
  readonly name: string | null;
  /** Places told in one breath ("Homa and Kana") share a group. */
  readonly group: string;
  readonly how: readonly string[];
}

/** A place's name without what the report says of it before its name ("besieged Old City" is the Old City). */
function bareName(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && /^(?:the|\p{Ll}+(?:ed|held|-held|-run|-controlled))$/u.test(words[0]!)) words.shift();
  return words.join(' ');
}

/** The place that the report names most, or null. */
const mostNamed = perReport((view): string | null => {
  const counts = new Map<string, number>();
  for (const { name } of view.places) {
    const bare = bareName(name);
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  let most: string | null = null;
  for (const [name, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = name;
  return most;
});

/** Which place "the siege" may be of where its sentence names none: the last one named before, and the one named most. */
function placesBefore(view: ClaimView, start: number): PlaceChoice[] {
  const most = mostNamed(view);
  const before = placeBefore(view, start);
  const last = before === undefined ? null : bareName(before.name);
  return [...new Set([most, last])].flatMap((name) =>
    name === null ? [] : [{ name, group: 'earlier', how: [`place=earlier&most=${name === most}&last=${name === last}`] }],
  );
}

/** Names of the sentence that the report takes for places, though no gazetteer has them. */
function unlistedPlaces({ view, anchor }: Proposal): { readonly span: Span; readonly name: string }[] {
  const { first, last, start, end } = view.sentenceOf(anchor);
  const listed = placesIn(view, start, end);
  return view.mentionsIn(first, last).flatMap((mention) => {
    const actor = view.actors.get(mention.actors[0] ?? '');
    if (actor?.kind !== 'place' || mention.form !== 'name') return [];
    const span: Span = [view.tokens[mention.first]!.start, view.tokens[mention.last - 1]!.end];
    return listed.some((place) => overlapOf(place.span, span) > 0) ? [] : [{ span, name: actor.names[0] ?? '' }];
  });
}

/** The places of the sentence that the claim may be about, nearest first, and none. */
function placesOf(proposal: Proposal): PlaceChoice[] {
  const { view, match, anchor, evidence } = proposal;
  const { start, end } = view.sentenceOf(anchor);
  const at = view.tokens[anchor]!.start;
  const near = [...placesIn(view, start, end), ...unlistedPlaces(proposal)]
    .map((place) => ({ place, inside: place.span[0] >= evidence[0] && place.span[1] <= evidence[1], far: Math.abs(place.span[0] - at) }))
    .sort((a, b) => Number(b.inside) - Number(a.inside) || a.far - b.far)
    .slice(0, 4);
  const inOrder = near.map(({ place }) => place.span).sort((a, b) => a[0] - b[0]);
  const groupOf = (span: Span): string => {
    let at = inOrder.indexOf(span);
    while (at > 0 && /^(?:,|,? and|,? or|) ?$/.test(view.text.slice(inOrder[at - 1]![1], inOrder[at]![0]).trimStart())) at--;
    return `place ${inOrder[at]?.[0] ?? 0}`;
  };
  const choices = near.map(({ place, inside }, rank): PlaceChoice => {
    const before = view.tokens[view.tokenAt(place.span[0]) - 1];
    const marker = before !== undefined && before.lower === 'the' ? view.tokens[before.index - 1] : before;
    return {
      name: bareName(place.name),
      group: groupOf(place.span),
      how: [`place.rank=${rank}&in=${inside}`, `place.after=${marker?.lower ?? ''}`, `places=${near.length}&rank=${rank}`],
    };
  });
  const names = new Set(choices.map(({ name }) => name));
  const earlier =
    near.length > 0 || match.trigger.value !== 'besieged' ? [] : placesBefore(view, start).filter(({ name }) => !names.has(name));
  return [
    ...choices,
    ...earlier,
    { name: null, group: 'none', how: [`place=null&of=${Math.min(3, near.length)}`, `place=null&in=${near.some(({ inside }) => inside)}`] },
  ];
}

export function proposeAccess(view: ClaimView, match: Match): Candidate[] {
  const { trigger } = match;
  const things = (trigger.frame.get('thing') ?? [])
    .flatMap((slot) => headsIn(view, match, slot))
    .flatMap((head) => withConjuncts(view, head));
  const classes = things.map((head) => nounClass(view, head)).filter((name) => THINGS.has(name));
  const near = classes.length === 0 ? thingNear(view, match.head) : '';
  if (classes.length === 0 && trigger.value !== 'besieged' && near === '') return [];
  const thing = classes[0] ?? '';
  const form =
    trigger.form === 'siege'
      ? 'siege'
      : thing !== '' && thing !== 'people' && thing !== 'captive'
        ? thing
        : trigger.form !== ''
          ? trigger.form
          : thing === 'people'
            ? 'evacuation'
            : 'aid';
  const proposal = proposalOf(view, match, (tell) => {
    tell`+thing=${thing}`;
    tell`+thing=${thing}&given=${trigger.value}`;
    tell`thing=${thing}&weak=${trigger.weak}`;
    tell`near=${near}`;
    tell`near=${near}&given=${trigger.value}`;
    tell`form=${form}`;
    tell`~thing=${thing}&e=${trigger.id}`;
  });
  if (!proposal.worth) return [];
  const out: Candidate[] = [];
  for (const { name, how, group } of placesOf(proposal)) {
    for (const step of steps(trigger.value, proposal.context)) {
      out.push(
        candidateOf('access', proposal, step, { place: name, form, step }, {}, { group, item: name ?? '' }, (tell) => {
          tell`thing=${thing}`;
          tell`thing=${thing}&v=${step}`;
          tell`form=${form}`;
          tell`form=${form}&v=${step}`;
          tell`thing=${thing}&e=${trigger.id}`;
          for (const word of how) {
            tell`${word}`;
            tell`${word}&v=${step}`;
          }
        }),
      );
    }
  }
  return out;
}

/** How far from its verb aid, a convoy or a way may be named, in words. */
const REACH = 10;

/** The nearest noun for aid, a convoy or a way in the sentence, where the frame finds none; '' where there is none. */
function thingNear(view: ClaimView, token: number): string {
  const { first, last } = view.sentenceOf(token);
  for (let far = 1; far <= REACH; far++) {
    for (const at of [token - far, token + far]) {
      if (at < first || at >= last) continue;
      const name = nounClass(view, at);
      if (THINGS.has(name) && name !== 'people' && name !== 'captive') return name;
    }
  }
  return '';
}
