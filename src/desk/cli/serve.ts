// `parley serve`: the desk of a home, from taking the home to letting it go again.
import { randomBytes } from 'node:crypto';
import type { Parley } from '../../parley/contract.js';
import { ParleyError } from '../../terms/errors.js';
import { sayDate } from '../pages/day.js';
import { type AddCommand, define, type Everywhere, gather, type Tools, whole } from './command.js';
import { write } from './shell.js';

interface ServeFlags extends Everywhere {
  readonly port: number;
  readonly host: string;
  readonly name?: readonly string[];
  readonly demo: boolean;
  readonly workers?: number;
  readonly proxy?: boolean;
}

const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/.test(host);
/** An address of this machine at which a desk that listens on every address is reached. */
const local = (url: string): string => url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

/** Takes the home; where another desk has it, says where that one is. */
async function takeHome(home: string, workers: number | undefined): Promise<Parley> {
  const { openParley } = await import('../../parley/local.js');
  try {
    return await openParley({ home, serve: true, workers });
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'desk-running') throw error;
    const { readDeskFile } = await import('../desk-file.js');
    throw new ParleyError('desk-running', readDeskFile(home)?.url ?? home, { cause: error });
  }
}

async function serve(
  { port, host, name = [], demo, workers, proxy = false, home: given, quiet = false }: ServeFlags,
  { shell, paint }: Tools,
): Promise<void> {
  const [
    { isDatabase, placeOf, shownPlace },
    { programVersion },
    { createDesk, startDesk },
    { removeDeskFile, writeDeskFile },
    { openIdOf, openIdSettings },
  ] = await Promise.all([
    import('../../parley/home.js'),
    import('../../parley/version.js'),
    import('../desk.js'),
    import('../desk-file.js'),
    import('../access/openid.js'),
  ]);
  const place = placeOf(given);
  const version = programVersion();
  const parley = await takeHome(place, workers);
  const key = randomBytes(32).toString('base64url');
  try {
    const loopback = isLoopback(host);
    const open = shell.env.PARLEY_OPEN_DESK === 'yes';
    if (!loopback && !open && !(await parley.gate.hasAccounts())) throw new ParleyError('open-desk', host);
    const settings = openIdSettings(shell.env);
    const app = createDesk(parley, { loopback, hosts: name, key, version, open, proxy, openid: settings && openIdOf(settings) });
    const desk = await startDesk(app, { host, port });
    let stop = (): void => {};
    const asked = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let times = 0;
    const off = shell.onInterrupt(() => {
      if (++times > 1) process.exit(130);
      stop();
    });
    const tell = async (text: string): Promise<void> => {
      if (!quiet) await write(shell.stdout, text);
    };
    try {
      // Commands on the same machine go through the desk of a home; a database they open themselves.
      if (!isDatabase(place))
        writeDeskFile(place, { url: local(desk.url), pid: process.pid, key, version, started: new Date().toISOString() });
      const stopped = new AbortController();
      void asked.then(() => stopped.abort());
      if (demo) {
        const { addDemo } = await import('../../parley/demo.js');
        const made = await addDemo(parley, { signal: stopped.signal });
        if (made)
          await tell(`Added the demo process “${made.name}”, which opens as of ${made.asOf === null ? 'now' : sayDate(made.asOf)}.\n`);
      }
      const to = desk.url;
      // In a checkout the program has no name of its own yet.
      const program = shell.env.npm_lifecycle_event === undefined ? 'parley' : 'npm run -s parley --';
      await tell(
        `${paint.bold(`The desk stands at ${to}`)}\n${paint.faint(`Parley ${version}, ${isDatabase(place) ? 'database' : 'home'} ${shownPlace(place)}`)}\n\nTry next:\n  open ${to}/today\n  ${program} add report.txt\n  ${program} read report.txt\n\nCtrl-C stops it.\n`,
      );
      await asked;
      await tell('\nStopping.\n');
    } finally {
      off();
      if (!isDatabase(place)) removeDeskFile(place, key);
      await desk.close();
    }
  } finally {
    await parley.close();
  }
}

export const addServe: AddCommand = (program, tools) => {
  define(program, {
    name: 'serve',
    summary: 'start the desk of a home; the first start brings a demo process',
    examples: ['serve', 'serve --port 8080', 'serve --home ./talks --no-demo', 'serve --host 0.0.0.0 --name desk.example.org'],
  })
    .option('--port <n>', 'the port to answer at; 0 takes any that is free', whole(0), 4747)
    .option(
      '--host <address>',
      'the address to answer at; this machine alone where nothing is said. Beyond it somebody must have an account (parley user add)',
      '127.0.0.1',
    )
    .option('--name <name>', 'a further name the desk answers to; may be given several times', gather)
    .option('--proxy', 'a proxy stands before it: what it says of addresses and https (X-Forwarded-For, X-Forwarded-Proto) is believed')
    .option('--no-demo', 'do not add the demo process at the first start')
    .option('--workers <n>', 'threads that read reports; 0 over a database leaves reading to workers', whole(0))
    .action((options: ServeFlags) => serve(options, tools));
};
