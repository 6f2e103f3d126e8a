// An index of what things are about: which of many are alike enough in their words, without comparing each with each.

/** Things numbered in the order they come, each with the stems of its words. */
export class Matters {
  readonly #sizes: number[] = [];
  readonly #byStem = new Map<string, number[]>();

  /** Takes one in; its number is the count of those before it. */
  add(stems: ReadonlySet<string>): number {
    const number = this.#sizes.length;
    this.#sizes.push(stems.size);
    for (const stem of stems) {
      const at = this.#byStem.get(stem);
      if (at === undefined) this.#byStem.set(stem, [number]);
      else at.push(number);
    }
    return number;
  }

  /** Those that share at least this much of the smaller set (`sharedContent`, more than 0), the first taken in first, with how much. */
  alike(stems: ReadonlySet<string>, share: number): readonly { readonly number: number; readonly shared: number }[] {
    const both = new Map<number, number>();
    for (const stem of stems) for (const number of this.#byStem.get(stem) ?? []) both.set(number, (both.get(number) ?? 0) + 1);
    const found: { number: number; shared: number }[] = [];
    for (const [number, count] of both) {
      const shared = count / Math.min(stems.size, this.#sizes[number] as number);
      if (shared >= share) found.push({ number, shared });
    }
    return found.sort((a, b) => a.number - b.number);
  }
}
