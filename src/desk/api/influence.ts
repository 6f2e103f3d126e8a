// The map of influence: who presses whom, through whom and for what, and the ties between them, each arrow with the lines it rests on.
import { z } from '@hono/zod-openapi';
import type { Parley } from '../../parley.js';
import { MEANS, RELATIONS } from '../../terms/reading.js';
import { type CitedLine, citedLineSchema } from '../../terms/record.js';
import { linesSheetSchema } from '../../terms/study.js';

const arrowBase = { from: z.string(), to: z.string(), origins: z.number().int(), lines: z.array(citedLineSchema) };
export const influenceArrowSchema = z.discriminatedUnion('kind', [
  /** `by`: `from` is only the one through whom somebody presses. */
  z.object({
    kind: z.literal('pressure'),
    means: z.enum(MEANS),
    for: z.string(),
    by: z.string().nullable(),
    through: z.array(z.string()),
    ...arrowBase,
  }),
  z.object({ kind: z.literal('tie'), relation: z.enum(RELATIONS), negated: z.boolean(), ...arrowBase }),
]);
export const influenceSchema = z.object({
  /** The most involved first. */
  actors: z.array(z.object({ name: z.string(), arrows: z.number().int() })),
  arrows: z.array(influenceArrowSchema),
});
export type InfluenceArrow = z.infer<typeof influenceArrowSchema>;
export type Influence = z.infer<typeof influenceSchema>;

/** Lines drawn and told: those of the most origins. */
const MOST = 150;
/** Words looked up of one line: the newest of its versions. */
const OF_ONE = 3;

function arrowsOf(lines: readonly CitedLine[], origins: number): readonly InfluenceArrow[] {
  const [newest] = lines;
  if (newest === undefined || newest.claim === null) return [];
  const { claim, actors } = newest;
  const nameOf = (ref: string): string => actors[ref]?.name ?? ref;
  const rest = { origins, lines: [...lines] };
  if (claim.kind === 'tie') {
    const { relation, negated = false } = claim;
    return [{ kind: 'tie', from: nameOf(claim.from), to: nameOf(claim.to), relation, negated, ...rest }];
  }
  if (claim.kind !== 'pressure') return [];
  const [from, through, on] = [claim.from, claim.through ?? [], claim.on].map((refs) => refs.map(nameOf));
  const press = { kind: 'pressure' as const, means: claim.means, for: claim.for, ...rest };
  return (from ?? []).flatMap((who) =>
    (through ?? []).length === 0
      ? (on ?? []).map((whom) => ({ ...press, from: who, to: whom, by: null, through: [] }))
      : (through ?? []).flatMap((middle) => [
          { ...press, from: who, to: middle, by: null, through: through ?? [] },
          ...(on ?? []).map((whom) => ({ ...press, from: middle, to: whom, by: who, through: [] })),
        ]),
  );
}

/** The map of a process as of a day (YYYY-MM-DD), by default the process's own; without a process over all reports. */
export async function influenceOf(
  parley: Parley,
  of: { readonly process?: string | undefined; readonly asOf?: string | undefined },
): Promise<Influence> {
  const { lines } = linesSheetSchema.parse(await parley.tell('lines', { ...of, kinds: ['pressure', 'tie'], limit: MOST }));
  const wanted = lines.map(({ evidence, origins }) => ({ refs: evidence.slice(-OF_ONE).reverse(), origins }));
  const cited = new Map((await parley.lines(wanted.flatMap(({ refs }) => refs))).map((line) => [line.citation.line, line]));
  const arrows = wanted.flatMap(({ refs, origins }) =>
    arrowsOf(
      refs.flatMap((ref) => cited.get(ref) ?? []),
      origins,
    ),
  );
  const counts = new Map<string, number>();
  for (const { from, to } of arrows) for (const name of [from, to]) counts.set(name, (counts.get(name) ?? 0) + 1);
  const actors = [...counts].map(([name, count]) => ({ name, arrows: count }));
  return { actors: actors.sort((a, b) => b.arrows - a.arrows || a.name.localeCompare(b.name)), arrows };
}
