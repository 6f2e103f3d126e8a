// A small picture of growth: the median time of some pages against the size of the record, both by powers of ten.
import type { SizeResults } from './main.js';

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [640, 360, 60, 40];
const SHOWN = ['/today', '/talks', '/read', '/access', '/reports/{report}', '/who', '/search', '/brief'];
const COLOURS = ['#0b5fa5', '#b3541e', '#2e7d32', '#7b3fa0', '#8a6d00', '#00838f', '#ad1457', '#455a64'];

/** SVG; sizes along, milliseconds up, a line a page. */
export function growthPicture({ sizes }: SizeResults): string {
  const counts = sizes.map(({ filled }) => filled.reports);
  const [least, most] = [Math.min(1000, ...counts), Math.max(100_000, ...counts)];
  const x = (count: number): number =>
    LEFT + ((Math.log10(count) - Math.log10(least)) / (Math.log10(most) - Math.log10(least))) * (WIDTH - LEFT - 150);
  const y = (ms: number): number => HEIGHT - BOTTOM - (Math.log10(Math.max(1, ms)) / 4) * (HEIGHT - BOTTOM - 20);
  const lines = SHOWN.map((route, at) => {
    const points = sizes.flatMap(({ filled, asked }) => {
      const found = asked.routes.find((one) => one.route === route && one.state === 'in use');
      return found ? [{ x: x(filled.reports), y: y(found.median) }] : [];
    });
    const last = points.at(-1);
    if (last === undefined) return '';
    const dots = points
      .map((point) => `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="3" fill="${COLOURS[at]}"/>`)
      .join('');
    return `<polyline fill="none" stroke="${COLOURS[at]}" stroke-width="1.5" points="${points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}"/>${dots}<text x="${WIDTH - 140}" y="${30 + at * 18}" fill="${COLOURS[at]}">${route}</text>`;
  });
  const rules = [1, 10, 100, 1000, 10_000].map(
    (ms) =>
      `<line x1="${LEFT}" x2="${WIDTH - 150}" y1="${y(ms).toFixed(1)}" y2="${y(ms).toFixed(1)}" stroke="#ccc"/><text x="${LEFT - 6}" y="${(y(ms) + 4).toFixed(1)}" text-anchor="end">${ms} ms</text>`,
  );
  const ticks = [1000, 10_000, 100_000].map(
    (count) => `<text x="${x(count).toFixed(1)}" y="${HEIGHT - 16}" text-anchor="middle">${count.toLocaleString('en-GB')} reports</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222"><title>Median time of pages as a record grows</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${rules.join('')}${lines.join('')}${ticks.join('')}</svg>\n`;
}
