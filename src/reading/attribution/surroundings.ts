// What the rest of an article says about a candidate: attributions don't share words, so what others claim speaks against it.
import type { Run, Site } from './candidates.js';

/** Expected numbers, from the probabilities of the other sites' candidates. */
export interface Surroundings {
  /** How much other content covers the cue. */
  readonly within: number;
  /** How much other content covers this content, on average over its tokens. */
  readonly rival: number;
  /** How many other cues stand in this content. */
  readonly inside: number;
  /** Share of the probability of the site's own candidates that have this content, and this source. */
  readonly sameContent: number;
  readonly sameSource: number;
}

const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every(([x, y], i) => x === b[i]![0] && y === b[i]![1]);

/** One list a site, one entry a candidate; `masses[s][c]` is the probability of candidate c of site s. Linear in the tokens of all candidates. */
export function surroundingsOf(sites: readonly Site[], masses: readonly Float64Array[], count: number): Surroundings[][] {
  const cover = new Float64Array(count);
  const cues = new Float64Array(count);
  const each = (s: number, visit: (place: number, mass: number) => void, cue: (place: number, mass: number) => void): void => {
    sites[s]!.candidates.forEach(({ content, facts }, c) => {
      const mass = masses[s]![c]!;
      for (const [a, b] of content) for (let i = a; i < b; i++) visit(i, mass);
      cue(facts.head, mass);
    });
  };
  for (let s = 0; s < sites.length; s++)
    each(
      s,
      (i, mass) => {
        cover[i]! += mass;
      },
      (i, mass) => {
        cues[i]! += mass;
      },
    );
  const own = new Float64Array(count);
  return sites.map((site, s) => {
    each(
      s,
      (i, mass) => {
        own[i]! += mass;
      },
      () => {},
    );
    const mass = masses[s]!;
    const total = Math.max(
      1e-12,
      mass.reduce((sum, m) => sum + m, 0),
    );
    const around = site.candidates.map(({ content, source, facts }): Surroundings => {
      let sameContent = 0;
      let sameSource = 0;
      site.candidates.forEach((other, c) => {
        if (sameRuns(other.content, content)) sameContent += mass[c]!;
        if (sameRuns(other.source, source)) sameSource += mass[c]!;
      });
      let rival = 0;
      let inside = 0;
      let tokens = 0;
      for (const [a, b] of content)
        for (let i = a; i < b; i++) {
          rival += cover[i]! - own[i]!;
          inside += cues[i]!;
          tokens++;
        }
      return {
        within: Math.max(0, cover[facts.head]! - own[facts.head]!),
        rival: Math.max(0, rival / Math.max(1, tokens)),
        inside,
        sameContent: sameContent / total,
        sameSource: sameSource / total,
      };
    });
    each(
      s,
      (i) => {
        own[i] = 0;
      },
      () => {},
    );
    return around;
  });
}
