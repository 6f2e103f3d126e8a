// Names one after the other, as people write them.

/** "A", "A and B", "A, B and C"; '' for none. */
export function sayList(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
