// Claims that rest on what a statement does as a whole: accusing, urging, welcoming, refusing, committing, whatever its words are.
import type { Statement, StatementAct } from '../../../terms/reading.js';
import type { Span } from '../../../terms/span.js';
import type { Candidate, Fields } from '../candidate.js';
import { type Context, contextOf } from '../context.js';
import { groundsOf, tellBase, tellVariant } from '../features.js';
import { type Filling, NOBODY, namesOf, speakerFilling } from '../fill.js';
import { doers, ownSide, targets } from '../guesses.js';
import { baseOf } from '../syntax.js';
import type { Tell } from '../tell.js';
import { lineOf } from '../texts.js';
import type { ClaimView } from '../view.js';

/** Acts whose statements may be claims of a kind as a whole. */
const ACTS: { readonly [K in 'blame' | 'pressure' | 'position' | 'commitment']: ReadonlySet<StatementAct> } = {
  blame: new Set(['accuses', 'denies', 'warns', 'states', 'refuses', 'conditions']),
  pressure: new Set(['urges', 'demands', 'warns', 'proposes', 'conditions', 'states']),
  position: new Set(['welcomes', 'refuses', 'demands', 'states', 'conditions', 'warns', 'accuses', 'urges', 'proposes', 'commits']),
  commitment: new Set(['commits', 'proposes', 'conditions', 'states', 'refuses']),
};
const STANCES = ['demands', 'supports', 'opposes', 'open'] as const;
const MEANS: Partial<Record<StatementAct, string>> = {
  urges: 'urges',
  demands: 'demands',
  warns: 'warns',
  proposes: 'urges',
  conditions: 'demands',
  states: 'urges',
};
const STANDINGS: Partial<Record<StatementAct, readonly string[]>> = {
  commits: ['agreed'],
  proposes: ['offered'],
  conditions: ['offered'],
  states: ['agreed', 'kept', 'broken', 'stalled'],
  refuses: ['withdrawn'],
};

interface Said {
  readonly statement: Statement;
  readonly anchor: number;
  readonly evidence: Span;
  readonly context: Context;
}

/** The main predicates of what is said, one a sentence, at most two; the evidence is all that is said in that sentence. */
function mainsOf(view: ClaimView, statement: Statement): Said[] {
  const out: Said[] = [];
  const seen = new Set<number>();
  for (const [start, end] of statement.content) {
    for (let i = view.tokenAt(start); i < view.tokens.length && view.tokens[i]!.start < end && out.length < 2; i++) {
      const { sentence } = view.tokens[i]!;
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      const { start: from, end: to, last } = view.sentences[sentence]!;
      const evidence: Span = [Math.max(start, from), Math.min(end, to)];
      let anchor = -1;
      let rank = -1;
      for (let at = i; at < last && view.tokens[at]!.start < end; at++) {
        const { head, relation, tag } = view.tokens[at]!;
        const above = view.tokens[head];
        const outside = above === undefined || above.start < start || above.start >= end;
        const base = baseOf(relation);
        if (base === 'punct' || base === 'mark' || base === 'case' || base === 'cc') continue;
        const here = (outside ? 2 : 0) + (tag.startsWith('V') ? 3 : tag.startsWith('J') ? 1 : 0);
        if (here <= rank) continue;
        anchor = at;
        rank = here;
      }
      if (anchor >= 0 && evidence[0] < evidence[1]) out.push({ statement, anchor, evidence, context: contextOf(view, anchor) });
    }
  }
  return out;
}

/** Actors that the words said name, apart from the speaker, in order; the addressee first. */
function othersIn(view: ClaimView, { statement, anchor, evidence }: Said): Filling[] {
  const out: Filling[] = [];
  const add = (name: string, head: number, path: string, kind: string, form: Filling['form']): void => {
    if (name === statement.speaker || out.some(({ actors }) => actors[0] === name) || out.length >= 4) return;
    out.push({ actors: [name], head, path, kind, form });
  };
  if (statement.to !== undefined && statement.to.length > 0) {
    const names = statement.to.map((id) => view.actors.get(id)?.names[0] ?? id);
    out.push({ actors: names, head: -1, path: 'addressee', kind: '', form: 'name' });
  }
  const first = view.tokenAt(evidence[0]);
  const last = view.tokenAt(evidence[1] - 1) + 1;
  let rank = 0;
  for (const mention of view.mentionsIn(first, last)) {
    const { head, relation } = view.tokens[mention.head]!;
    const subject = head === anchor && baseOf(relation) === 'nsubj';
    const place = subject ? 'subject' : baseOf(relation) === 'nsubj' ? 'a subject' : `rank${Math.min(rank, 3)}`;
    const names = namesOf(view, mention);
    const kind = view.actors.get(mention.actors[0] ?? '')?.kind ?? '';
    if (names.length > 1 && !out.some(({ actors }) => actors.join() === names.join()))
      out.push({ actors: names, head: mention.head, path: `${place}:several`, kind, form: mention.form });
    for (const name of names) add(name, mention.head, place, kind, mention.form);
    rank++;
  }
  return out;
}

/** Which kinds of claim have words of theirs in a stretch, and how much these say by themselves. */
function hintsOf(view: ClaimView, [start, end]: Span): string[] {
  const out = new Set<string>();
  for (let i = view.tokenAt(start); i < view.tokens.length && view.tokens[i]!.start < end; i++) {
    const { lemma, tag } = view.tokens[i]!;
    for (const { words, pos, kind, weak, value } of view.lexicon.triggers.get(lemma) ?? []) {
      const fits = pos === 'v' ? tag.startsWith('V') : pos === 'n' ? tag.startsWith('N') : pos === 'w';
      if (words.length === 1 && fits) out.add(`${kind}/${weak ? 'weak' : 'sure'}${value === '' ? '' : `/${value}`}`);
    }
  }
  return [...out];
}

function candidatesFor(view: ClaimView, said: Said): Candidate[] {
  const { statement, anchor, evidence, context } = said;
  const { act } = statement;
  const speaker = speakerFilling(view, statement) ?? NOBODY;
  const named = othersIn(view, said);
  const others = [...named, ...targets(view, statement, named, [speaker])];
  const speakers = [speaker, ...doers(view, statement, [speaker])];
  const what = lineOf(view.text, evidence);
  const entry = `said: ${act}`;
  const out: Candidate[] = [];
  const grounds = groundsOf({ view, anchor, entry, given: act, context, statement, evidence, strength: entry });
  const base = view.teller.list((tell) => {
    tellBase(grounds, tell);
    tell`said.n=${statement.content.length}`;
    tell`said.others=${Math.min(3, others.length)}`;
    tell`said.to=${statement.to !== undefined}`;
    for (const hint of hintsOf(view, evidence)) {
      tell`said.has=${hint}`;
      tell`said.has=${hint}&act=${act}`;
    }
  });
  const worth = (kind: keyof typeof ACTS): boolean => ACTS[kind].has(act) && (view.gate === null || view.gate(kind, base));
  const add = (
    kind: Candidate['kind'],
    value: string,
    fields: Fields,
    roles: Record<string, Filling>,
    item: string,
    more: (tell: Tell) => void = () => {},
  ): void => {
    const features = view.teller.list((tell) => {
      tellVariant(grounds, value, roles, tell);
      more(tell);
    });
    out.push({ kind, entry, anchor, rival: { group: entry, item }, fields, evidence, statement, strength: entry, base, features });
  };
  if (worth('blame')) {
    for (const on of others)
      add(
        'blame',
        'said',
        { from: speaker.actors, on: on.actors, for: what },
        { from: speaker, on },
        '',
        (tell) => tell`+own=${ownSide(view, speaker, on)}`,
      );
  }
  if (worth('pressure')) {
    for (const on of others)
      add(
        'pressure',
        MEANS[act] ?? 'urges',
        { from: speaker.actors, on: on.actors, for: what, means: MEANS[act] ?? 'urges' },
        { from: speaker, on },
        '',
        (tell) => tell`+own=${ownSide(view, speaker, on)}`,
      );
  }
  if (worth('position')) {
    const subject = others.filter(({ path, actors }) => path === 'subject' && actors.length === 1);
    for (const actor of [...speakers, ...subject]) {
      const [name] = actor.actors;
      if (name === undefined) continue;
      for (const stance of STANCES) add('position', stance, { actor: name, issue: what, stance }, { actor }, '');
    }
  }
  if (worth('commitment')) {
    const subject = others.filter(({ path }) => path.startsWith('subject'));
    for (const by of [speaker, ...subject, NOBODY]) {
      for (const standing of STANDINGS[act] ?? []) add('commitment', standing, { by: by.actors, what, standing }, { by }, '');
    }
  }
  return out;
}

/** Candidates of a report's statements. */
export function proposeSaid(view: ClaimView): Candidate[] {
  return view.statements.flatMap((statement) => mainsOf(view, statement).flatMap((said) => candidatesFor(view, said)));
}
