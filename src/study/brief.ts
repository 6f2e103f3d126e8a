// The brief of a process: what changed since a day, what slipped, is disputed and is not known, each sentence resting on numbered words.
import type { Brief } from '../terms/brief.js';
import { ACT_NOUNS } from '../terms/say-act.js';
import { sayDate } from '../terms/say-date.js';
import { sayFigures } from '../terms/say-figure.js';
import { sayList } from '../terms/say-list.js';
import { wordsAtAll } from '../terms/span.js';
import type { BlameArrow } from './access.js';
import { type Draft, weighed } from './brief-room.js';
import { changesBetween } from './changes.js';
import { isOverdue } from './commitments.js';
import { asOf, type KeptClaim, type KeptReport } from './kept.js';
import { type Study, studyOn } from './study.js';

export interface BriefOptions {
  readonly process: string;
  /** `YYYY-MM-DD`: what was known on this day is not news. */
  readonly since: string;
  readonly day: string;
  /** True for a line that somebody has accepted or edited. */
  readonly isReviewed: (ref: string) => boolean;
  /** True for a line that somebody has edited; where nothing is said, none is. */
  readonly isEdited?: ((ref: string) => boolean) | undefined;
  /** Also tells what nobody has reviewed, marked. */
  readonly unreviewed: boolean;
  /** Sentences of a section at most, the weightiest; null: all. `ROOM` where nothing is said. */
  readonly most?: number | null | undefined;
  /** Makes the studies, where they are kept; `studyOn` where nothing is said. */
  readonly study?: ((day: string, reports: readonly KeptReport[]) => Study) | undefined;
}

const STANDING: Readonly<Record<string, string>> = {
  invited: 'is invited',
  coming: 'says it will come',
  conditional: 'comes on a condition',
  silent: 'makes no commitment',
  refused: 'refuses to come',
  attending: 'attends',
  'walked-out': 'has walked out',
  excluded: 'is shut out',
};
const STATE: Readonly<Record<string, string>> = {
  offered: 'is offered',
  agreed: 'is agreed',
  'under-way': 'is under way',
  kept: 'is kept',
  stalled: 'is stalled',
  broken: 'is broken',
  withdrawn: 'is withdrawn',
};
const statusWord = (status: string | null): string => status?.replaceAll('-', ' ') ?? 'spoken of';
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
const listed = (names: readonly string[], none: string): string => (names.length === 0 ? none : sayList(names));

/** Sentences that a section has room for: what a desk reads in a morning; the rest is counted. */
export const ROOM = 40;

/** Composes the brief from the reports. Pure; the same reports and options give the same brief. */
export function briefOf(reports: readonly KeptReport[], options: BriefOptions): Brief {
  const { study = studyOn, unreviewed, isReviewed, isEdited = () => false, most = ROOM } = options;
  const studyOf = (day: string): Study => {
    const known = asOf(reports, day);
    const whole = study(day, known);
    if (unreviewed) return whole;
    const reviewed = known.map((report) => ({
      ...report,
      reading: { ...report.reading, claims: report.reading.claims.filter(({ id }) => isReviewed(`${report.id}:${id}`)) },
    }));
    return studyOn(day, reviewed, whole);
  };
  const now = studyOf(options.day);
  const changes = changesBetween(studyOf(options.since), now);
  const notes: Brief['notes'] = [];
  const numbers = new Map<string, number>();

  const cite = (refs: readonly string[]): number[] =>
    refs.slice(0, 4).map((ref) => {
      const known = numbers.get(ref);
      if (known !== undefined) return known;
      notes.push({ number: notes.length + 1, ...noteOf(ref, now.reports[placeOf.get(reportIn(ref)) ?? -1], now), edited: isEdited(ref) });
      numbers.set(ref, notes.length);
      return notes.length;
    });
  const placeOf = new Map(now.reports.map(({ id }, place) => [id, place]));
  const reportIn = (ref: string): string => ref.slice(0, ref.lastIndexOf(':'));
  /** Its words are put together and its notes numbered only where there is room for it. */
  const sentence = (text: () => string, refs: readonly string[], first = false): Draft => ({
    text,
    refs,
    first,
    origins: new Set(refs.map((ref) => now.originOf(reportIn(ref)))).size,
    latest: refs.reduce((latest, ref) => Math.max(latest, placeOf.get(reportIn(ref)) ?? -1), -1),
  });
  const of = (claims: readonly KeptClaim[]): string[] => claims.map(({ ref }) => ref);
  const date = (edtf: string): string => sayDate(edtf, options.day);
  const roundName = (id: string): string => {
    const round = now.rounds.rounds.find((one) => one.id === id);
    return round?.start ? `the round of ${date(round.start)}` : 'a round without a date';
  };

  const next = now.rounds.rounds.find(({ status }) => status !== 'ended' && status !== 'called-off');
  const sections = [
    {
      title: 'Next round',
      sentences: next
        ? [
            sentence(
              () =>
                `${capital(roundName(next.id))}${next.venue[0] ? `, ${next.venue[0]}` : ''}: ${statusWord(next.status)}${next.convener ? ` by ${next.convener}` : ''}.`,
              of(next.claims),
              true,
            ),
            ...now.standing
              .filter((cell) => cell.round === next.id && cell.standing !== 'not-heard')
              .map((cell) =>
                sentence(
                  () => `${cell.party} ${STANDING[cell.standing]}${cell.condition ? `: ${cell.condition}` : ''}.`,
                  of(cell.evidence),
                ),
              ),
          ]
        : [],
    },
    {
      title: 'Changed',
      sentences: [
        ...changes.rounds.map(({ before, now: round }) =>
          sentence(
            () =>
              `${capital(roundName(round.id))}: ${before?.status && before.status !== round.status ? `was ${statusWord(before.status)}, now ` : ''}${statusWord(round.status)}${round.end ? ` on ${date(round.end)}` : ''}.`,
            of(round.claims.slice(-3)),
            true,
          ),
        ),
        ...changes.standing.map(({ before, now: cell }) =>
          sentence(
            () =>
              `${cell.party} ${STANDING[cell.standing]} (${roundName(cell.round)})${before && before.standing !== 'not-heard' ? `; before: ${before.standing}` : ''}.`,
            of(cell.evidence),
            true,
          ),
        ),
        ...changes.steps.map(({ place, step }) =>
          sentence(
            () =>
              `${place}, ${step.form}: ${step.step}${step.figures.length > 0 ? ` (${sayFigures(step.figures)})` : ''}${step.date ? ` on ${date(step.date)}` : ''}.`,
            of(step.claims),
          ),
        ),
        ...changes.commitments.map(({ before, now: promise }) =>
          sentence(
            () =>
              `${listed(promise.by, 'An agreement')}: ${promise.what} ${STATE[promise.state]}${before ? `; before: ${before.state}` : ''}.`,
            [...of(promise.claims), ...of(promise.borneOutBy)],
          ),
        ),
        ...changes.lines
          .filter(({ line }) => line.kind === 'pressure' || line.kind === 'position' || line.kind === 'act')
          .map(({ fresh }) => sentence(() => `${sayLine(fresh[0] as KeptClaim, now)}.`, of(fresh))),
      ],
    },
    {
      title: 'Slipped',
      sentences: now.commitments
        .filter(
          (promise) =>
            promise.state === 'broken' ||
            promise.state === 'withdrawn' ||
            promise.state === 'stalled' ||
            (isOverdue(promise.due, options.day) && promise.state !== 'kept'),
        )
        .map((promise) =>
          sentence(
            () =>
              `${listed(promise.by, 'An agreement')}: ${promise.what} ${STATE[promise.state]}${promise.due ? `, due ${date(promise.due)}` : ''}.`,
            of(promise.claims),
          ),
        ),
    },
    {
      title: 'Disputed',
      sentences: [
        ...now.contradictions.map(({ about, a, b }) => sentence(() => `Accounts differ: ${about}.`, [...a, ...b])),
        ...mutual(now.access.flatMap(({ blame }) => blame)).map(([a, b]) =>
          sentence(() => `${a.from} and ${a.on} blame each other: ${a.for}.`, of([...a.claims, ...b.claims])),
        ),
      ],
    },
    {
      title: 'Not known',
      sentences: now.silence.map((one) =>
        one.of === 'commitment'
          ? sentence(
              () => `No word since ${date(one.since)} on: ${one.commitment.what}${one.due ? ` (due ${date(one.due)})` : ''}.`,
              of(one.commitment.claims),
            )
          : sentence(
              () =>
                one.of === 'standing'
                  ? `Whether ${one.party} comes to ${roundName(one.round)}.`
                  : 'When and where a further round will be held.',
              [],
              true,
            ),
      ),
    },
  ];
  const told = sections
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ title, sentences }) => {
      const shown = weighed(sentences, most);
      return {
        title,
        sentences: shown.map(({ text, refs, origins }) => ({
          text: text(),
          notes: cite(refs),
          origins,
          reviewed: refs.every(options.isReviewed),
        })),
        more: sentences.length - shown.length,
      };
    });
  return {
    process: options.process,
    since: options.since,
    day: options.day,
    unreviewed: options.unreviewed,
    sections: told,
    notes,
  };
}

/** Pairs of arrows that point at each other: each with the first after it that points back. */
function mutual(arrows: readonly BlameArrow[]): [BlameArrow, BlameArrow][] {
  const pointing = new Map<string, { readonly places: number[]; next: number }>();
  const key = (from: string, on: string): string => JSON.stringify([from, on]);
  arrows.forEach(({ from, on }, place) => {
    const known = pointing.get(key(from, on));
    if (known === undefined) pointing.set(key(from, on), { places: [place], next: 0 });
    else known.places.push(place);
  });
  return arrows.flatMap((a, place) => {
    const back = pointing.get(key(a.on, a.from));
    if (back === undefined) return [];
    while ((back.places[back.next] ?? Number.POSITIVE_INFINITY) <= place) back.next++;
    const b = arrows[back.places[back.next] ?? -1];
    return b === undefined ? [] : [[a, b] as [BlameArrow, BlameArrow]];
  });
}

function sayLine({ claim, report }: KeptClaim, { who }: Study): string {
  const named = (refs: readonly string[]): string =>
    listed(
      refs.map((ref) => who.of(report.id, ref).name),
      'somebody',
    );
  if (claim.kind === 'pressure')
    return `${named(claim.from)} ${claim.means} ${named(claim.on)}${claim.through?.length ? ` through ${named(claim.through)}` : ''}: ${claim.for}`;
  if (claim.kind === 'position') return `${named([claim.actor])} ${claim.stance === 'open' ? 'is open to' : claim.stance}: ${claim.issue}`;
  if (claim.kind === 'act')
    return `${claim.from.length > 0 ? `${named(claim.from)}: ` : ''}${ACT_NOUNS[claim.type]}${claim.to?.length ? ` (${named(claim.to)})` : ''}${claim.what ? `: ${claim.what}` : ''}`;
  return claim.kind;
}

function noteOf(ref: string, report: KeptReport | undefined, { who }: Study): Omit<Brief['notes'][number], 'number' | 'edited'> {
  const at = ref.lastIndexOf(':');
  if (report === undefined) throw new Error(`a brief cites ${ref}, which is in none of its reports`);
  const { reading } = report;
  const claim = reading.claims.find(({ id }) => id === ref.slice(at + 1));
  const statement = reading.statements.find(({ id }) => id === (claim ? claim.voice : ref.slice(at + 1)));
  const spans = claim?.evidence ?? statement?.content ?? [];
  return {
    ref,
    words: wordsAtAll(reading.text, spans),
    speaker: statement?.speaker ? who.of(report.id, statement.speaker).name : null,
    outlet: report.publisher ?? null,
    published: report.published ?? null,
    report: report.id,
  };
}
