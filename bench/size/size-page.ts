// The page of figures for people: what filling took, and each page and call at each size.
import type { SizeResults } from './main.js';

const [START, END] = ['<!-- figures: made by npm run bench:size -->', '<!-- end of figures -->'];
const ms = (value: number | undefined): string => (value === undefined ? '–' : value < 10 ? value.toFixed(1) : value.toFixed(0));
const thousands = (value: number): string => value.toLocaleString('en-GB');

/** The page with its figures made anew between their marks. */
export function sizePage(text: string, { machine, sizes }: SizeResults): string {
  const routes = [...new Set(sizes.flatMap(({ asked }) => asked.routes.map(({ route }) => route)))];
  const cell = (at: SizeResults['sizes'][number], route: string): string => {
    const of = (state: string) => at.asked.routes.find((one) => one.route === route && one.state === state);
    return `${ms(of('in use')?.median)} / ${ms(of('in use')?.p95)} / ${ms(of('opened')?.most)}`;
  };
  const made = [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}; other programs kept ${sizes.map(({ asked }) => asked.load.toFixed(0)).join(' and ')} processes waiting for its cores meanwhile`,
    '',
    '| reports | processes | statements | claims | filled in | reports a second | store | memory |',
    '|---|---|---|---|---|---|---|---|',
    ...sizes.map(
      ({ filled: f, asked }) =>
        `| ${thousands(f.reports)} | ${f.processes} | ${thousands(f.statements)} | ${thousands(f.claims)} | ${f.seconds.toFixed(0)} s | ${(f.reports / f.seconds).toFixed(0)} | ${f.storeMiB.toFixed(0)} MiB | ${asked.peakMiB.toFixed(0)} MiB |`,
    ),
    '',
    'Milliseconds: median / 95th percentile in use / the very first time after the start.',
    '',
    `| page or call | ${sizes.map(({ filled }) => `${thousands(filled.reports)} reports`).join(' | ')} |`,
    `|---|${sizes.map(() => '---').join('|')}|`,
    ...routes.map((route) => `| \`${route}\` | ${sizes.map((at) => cell(at, route)).join(' | ')} |`),
  ].join('\n');
  return `${text.slice(0, text.indexOf(START) + START.length)}\n\n${made}\n\n${text.slice(text.indexOf(END))}`;
}
