// Which reports share runs of words: the five-word runs of each text as hashes, and how many of them two texts have in common.

/** Words in a row that are compared; five seldom stand in two reports that were written apart. */
const RUN = 5;

/** Kept for as long as the reading they were made of: a text never changes, and is compared again on every day looked at. */
const kept = new WeakMap<object, Uint32Array>();

/** Hashes of the runs of words in a text (FNV-1a over folded words), each once, smallest first. */
function runsIn(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (let at = i; at < i + RUN; at++) {
      const word = words[at] as string;
      for (let j = 0; j < word.length; j++) hash = Math.imul(hash ^ word.charCodeAt(j), 0x01000193);
      hash = Math.imul(hash ^ 32, 0x01000193);
    }
    runs.add(hash >>> 0);
  }
  return Uint32Array.from(runs).sort();
}

/** The runs of a reading's text. */
export function runsOf(reading: { readonly text: string }): Uint32Array {
  const known = kept.get(reading);
  if (known !== undefined) return known;
  const runs = runsIn(reading.text);
  kept.set(reading, runs);
  return runs;
}

/**
 * For each text the earlier ones that it shares runs with, and how many (`told(later, earlier, shared)`). A run that stands in more than
 * `common` texts is passed over. Linear in the runs: one open-addressed table (Knuth, TAOCP 6.4) with the holders of each run chained.
 */
export function sharedRuns(
  texts: readonly Uint32Array[],
  common: number,
  told: (later: number, earlier: number, shared: number) => void,
): void {
  const total = texts.reduce((sum, runs) => sum + runs.length, 0);
  let size = 16;
  while (size < total * 2) size *= 2;
  const mask = size - 1;
  const keys = new Uint32Array(size);
  // The last holder of a run as a place in `holder`, one up, so that 0 is an empty slot.
  const last = new Uint32Array(size);
  const count = new Uint32Array(size);
  const holder = new Uint32Array(total + 1);
  const before = new Uint32Array(total + 1);
  const slotOf = (run: number): number => {
    let slot = Math.imul(run, 0x9e3779b1) & mask;
    while (last[slot] !== 0 && keys[slot] !== run) slot = (slot + 1) & mask;
    return slot;
  };
  let places = 0;
  texts.forEach((runs, index) => {
    for (const run of runs) {
      const slot = slotOf(run);
      places++;
      keys[slot] = run;
      holder[places] = index;
      before[places] = last[slot] as number;
      last[slot] = places;
      count[slot] = (count[slot] as number) + 1;
    }
  });
  const shared = new Uint32Array(texts.length);
  texts.forEach((runs, index) => {
    const met: number[] = [];
    for (const run of runs) {
      const slot = slotOf(run);
      const holders = count[slot] as number;
      if (holders < 2 || holders > common) continue;
      for (let place = last[slot] as number; place !== 0; place = before[place] as number) {
        const other = holder[place] as number;
        if (other >= index) continue;
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    for (const other of met.sort((a, b) => a - b)) {
      told(index, other, shared[other] as number);
      shared[other] = 0;
    }
  });
}
