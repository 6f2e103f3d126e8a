// Linear-chain conditional random fields over a stretch of tokens: marginals for learning and doubt, the k best labellings for choice.

/** Scores of a chain of `length` places with `labels` labels: `unary[t * labels + y]`, and `edge[(t * labels + x) * labels + y]` from x at t-1 to y at t. */
export interface Chain {
  length: number;
  readonly labels: number;
  unary: Float64Array;
  edge: Float64Array;
}

/** Log-sum-exp forward and backward scores and their total (Lafferty, McCallum and Pereira 2001). */
export interface Lattice {
  forward: Float64Array;
  backward: Float64Array;
  total: number;
}

export const makeChain = (labels: number, capacity = 64): Chain => ({
  length: 0,
  labels,
  unary: new Float64Array(capacity * labels),
  edge: new Float64Array(capacity * labels * labels),
});

/** Empties the chain and makes room for `length` places. */
export function resetChain(chain: Chain, length: number): void {
  const { labels } = chain;
  if (chain.unary.length < length * labels) {
    chain.unary = new Float64Array(2 * length * labels);
    chain.edge = new Float64Array(2 * length * labels * labels);
  }
  chain.length = length;
  chain.unary.fill(0, 0, length * labels);
  chain.edge.fill(0, 0, length * labels * labels);
}

export const makeLattice = (): Lattice => ({ forward: new Float64Array(0), backward: new Float64Array(0), total: 0 });

/** Fills the lattice of a chain; linear in its length. */
export function sumOver(chain: Chain, lattice: Lattice): void {
  const { length, labels, unary, edge } = chain;
  const size = length * labels;
  if (lattice.forward.length < size) {
    lattice.forward = new Float64Array(2 * size);
    lattice.backward = new Float64Array(2 * size);
  }
  const { forward, backward } = lattice;
  for (let y = 0; y < labels; y++) forward[y] = unary[y]!;
  for (let t = 1; t < length; t++) {
    for (let y = 0; y < labels; y++) {
      let most = -Infinity;
      for (let x = 0; x < labels; x++) {
        const s = forward[(t - 1) * labels + x]! + edge[(t * labels + x) * labels + y]!;
        if (s > most) most = s;
      }
      let sum = 0;
      for (let x = 0; x < labels; x++) sum += Math.exp(forward[(t - 1) * labels + x]! + edge[(t * labels + x) * labels + y]! - most);
      forward[t * labels + y] = most + Math.log(sum) + unary[t * labels + y]!;
    }
  }
  const end = (length - 1) * labels;
  for (let y = 0; y < labels; y++) backward[end + y] = 0;
  for (let t = length - 2; t >= 0; t--) {
    for (let x = 0; x < labels; x++) {
      let most = -Infinity;
      for (let y = 0; y < labels; y++) {
        const s = edge[((t + 1) * labels + x) * labels + y]! + unary[(t + 1) * labels + y]! + backward[(t + 1) * labels + y]!;
        if (s > most) most = s;
      }
      let sum = 0;
      for (let y = 0; y < labels; y++)
        sum += Math.exp(edge[((t + 1) * labels + x) * labels + y]! + unary[(t + 1) * labels + y]! + backward[(t + 1) * labels + y]! - most);
      backward[t * labels + x] = most + Math.log(sum);
    }
  }
  let most = -Infinity;
  for (let y = 0; y < labels; y++) if (forward[end + y]! > most) most = forward[end + y]!;
  let sum = 0;
  for (let y = 0; y < labels; y++) sum += Math.exp(forward[end + y]! - most);
  lattice.total = most + Math.log(sum);
}

/** Probability that place `t` bears label `y`. */
export const marginal = (chain: Chain, lattice: Lattice, t: number, y: number): number =>
  Math.exp(lattice.forward[t * chain.labels + y]! + lattice.backward[t * chain.labels + y]! - lattice.total);

/** Probability that place `t - 1` bears `x` and place `t` bears `y`. */
export const pairMarginal = (chain: Chain, lattice: Lattice, t: number, x: number, y: number): number =>
  Math.exp(
    lattice.forward[(t - 1) * chain.labels + x]! +
      chain.edge[(t * chain.labels + x) * chain.labels + y]! +
      chain.unary[t * chain.labels + y]! +
      lattice.backward[t * chain.labels + y]! -
      lattice.total,
  );

export interface Labelling {
  readonly labels: Uint8Array;
  /** Score of the whole labelling; minus the lattice's total it is a log probability. */
  readonly score: number;
}

/** The `k` best labellings, best first (Viterbi with k back pointers a state). */
export function kBest(chain: Chain, k: number): Labelling[] {
  const { length, labels, unary, edge } = chain;
  if (length === 0) return [];
  const scores = new Float64Array(length * labels * k).fill(-Infinity);
  const back = new Int32Array(length * labels * k).fill(-1);
  for (let y = 0; y < labels; y++) scores[y * k] = unary[y]!;
  for (let t = 1; t < length; t++) {
    for (let y = 0; y < labels; y++) {
      const at = (t * labels + y) * k;
      let filled = 0;
      for (let x = 0; x < labels; x++) {
        const from = ((t - 1) * labels + x) * k;
        const step = edge[(t * labels + x) * labels + y]! + unary[t * labels + y]!;
        for (let r = 0; r < k; r++) {
          const s = scores[from + r]! + step;
          if (!(s > -1e8) || (filled === k && s <= scores[at + k - 1]!)) break;
          let i = filled < k ? filled++ : k - 1;
          while (i > 0 && scores[at + i - 1]! < s) {
            scores[at + i] = scores[at + i - 1]!;
            back[at + i] = back[at + i - 1]!;
            i--;
          }
          scores[at + i] = s;
          back[at + i] = x * k + r;
        }
      }
    }
  }
  const ends: { readonly state: number; readonly score: number }[] = [];
  for (let state = 0; state < labels * k; state++) {
    const score = scores[(length - 1) * labels * k + state]!;
    if (score > -1e8) ends.push({ state, score });
  }
  ends.sort((a, b) => b.score - a.score || a.state - b.state);
  return ends.slice(0, k).map(({ state, score }) => {
    const path = new Uint8Array(length);
    let at = state;
    for (let t = length - 1; t >= 0; t--) {
      path[t] = Math.floor(at / k);
      at = back[t * labels * k + at]!;
    }
    return { labels: path, score };
  });
}
