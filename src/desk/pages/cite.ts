// Looks up the words behind references, once for a page, so that each of its lines can show them.
import type { Parley } from '../../parley.js';
import type { Citation, CitedLine } from '../../terms/record.js';

export interface Cited {
  /** The citations of references (`report:line`), in their order; one that cannot be seen is left out. */
  readonly cite: (refs: readonly string[]) => readonly Citation[];
  readonly line: (ref: string) => CitedLine | undefined;
}

/** How many references of one line a page looks up: it shows the words of one and names a few more. */
const OF_ONE = 6;

export async function citedFor(parley: Parley, lines: Iterable<readonly string[]>): Promise<Cited> {
  const wanted = new Set<string>();
  for (const refs of lines) for (const ref of refs.slice(0, OF_ONE)) wanted.add(ref);
  const found = new Map((await parley.lines([...wanted])).map((line) => [line.citation.line, line]));
  return {
    cite: (refs) => refs.slice(0, OF_ONE).flatMap((ref) => found.get(ref)?.citation ?? []),
    line: (ref) => found.get(ref),
  };
}
