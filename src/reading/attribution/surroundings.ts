// What the rest of an article says about a candidate: attributions don't share words, so what others claim speaks against it.
import type { Site } from './candidates.js';

/** Expected numbers, from the probabilities of the other sites' candidates. */
export interface Surroundings {
  /** How much other content covers the cue. */
  readonly within: number;
  /** How much other content covers this content, on average over its tokens. */
  readonly rival: number;
  /** How many other cues stand in this content. */
  readonly inside: number;
}

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
    const around = site.candidates.map(({ content, facts }): Surroundings => {
      let rival = 0;
      let inside = 0;
      let tokens = 0;
      for (const [a, b] of content)
        for (let i = a; i < b; i++) {
          rival += cover[i]! - own[i]!;
          inside += cues[i]!;
          tokens++;
        }
      return { within: Math.max(0, cover[facts.head]! - own[facts.head]!), rival: Math.max(0, rival / Math.max(1, tokens)), inside };
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
