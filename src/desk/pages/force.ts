// Places the nodes of a small graph by forces (Fruchterman and Reingold 1991): the same graph is always drawn the same.

export interface Point {
  readonly x: number;
  readonly y: number;
}

const STEPS = 300;
const PULL = 0.35;

/** Points in a box of `width` by `height` for `count` nodes; edges are pairs of their indexes. Time is steps × count²: meant for some dozens. */
export function placeByForces(
  count: number,
  edges: readonly (readonly [number, number])[],
  width: number,
  height: number,
): readonly Point[] {
  if (count === 0) return [];
  const ideal = 0.75 * Math.sqrt((width * height) / count);
  const points = Array.from({ length: count }, (_, i) => ({
    x: width / 2 + (width / 2.5) * Math.cos((2 * Math.PI * i) / count),
    y: height / 2 + (height / 2.5) * Math.sin((2 * Math.PI * i) / count),
  }));
  for (let step = 0; step < STEPS; step++) {
    const most = (width / 10) * (1 - step / STEPS);
    const moves = points.map(() => ({ x: 0, y: 0 }));
    const push = (a: number, b: number, force: (distance: number) => number): void => {
      const dx = points[a]!.x - points[b]!.x;
      // Labels are wide and low: what is beside a node must be farther off than what is above it.
      const dy = (points[a]!.y - points[b]!.y) * 1.6;
      const distance = Math.max(Math.hypot(dx, dy), 1);
      const by = force(distance) / distance;
      moves[a]!.x += dx * by;
      moves[a]!.y += dy * by;
      moves[b]!.x -= dx * by;
      moves[b]!.y -= dy * by;
    };
    for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) push(a, b, (d) => (ideal * ideal) / d);
    for (const [a, b] of edges) if (a !== b) push(a, b, (d) => -(d * d) / (2.5 * ideal));
    // A pull to the middle, so that what nothing holds is not pushed to the edge.
    for (const [i, { x, y }] of points.entries()) {
      moves[i]!.x += (width / 2 - x) * PULL;
      moves[i]!.y += (height / 2 - y) * PULL * 1.8;
    }
    for (const [i, point] of points.entries()) {
      const { x, y } = moves[i]!;
      const length = Math.max(Math.hypot(x, y), 1e-9);
      const by = Math.min(length, most) / length;
      point.x = Math.min(width, Math.max(0, point.x + x * by));
      point.y = Math.min(height, Math.max(0, point.y + y * by));
    }
  }
  return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}
