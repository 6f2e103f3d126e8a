// What a brief has room for: the weightiest sentences of a section, in their order.

/** A sentence of a brief before it is put together. */
export interface Draft {
  readonly text: () => string;
  /** `report:claim` or `report:statement`. */
  readonly refs: readonly string[];
  /** Told before anything else: a round, who comes to it. */
  readonly first: boolean;
  /** Independent origins behind it. */
  readonly origins: number;
  /** Place of the last of its reports, oldest first; -1 without any. */
  readonly latest: number;
}

/** At most so many of the drafts (null: all), in the order given: first rounds and who comes, then what most independent origins tell, of these the latest. */
export function weighed(drafts: readonly Draft[], most: number | null): readonly Draft[] {
  if (most === null || drafts.length <= most) return drafts;
  return drafts
    .map((draft, place) => ({ draft, place }))
    .sort(
      ({ draft: a, place: x }, { draft: b, place: y }) =>
        Number(b.first) - Number(a.first) || b.origins - a.origins || b.latest - a.latest || x - y,
    )
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ draft }) => draft);
}
