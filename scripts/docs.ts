// Writes the parts of the docs that are told by the code: the commands of the program and the table of errors. A test fails where they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { paintFor } from '../src/desk/cli/paint.js';
import { makeProgram } from '../src/desk/cli/program.js';
import { processShell } from '../src/desk/cli/shell.js';
import { ERRORS } from '../src/terms/errors.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();

/** Options that every command has and the page tells once. */
const EVERYWHERE = new Set(['--home', '--quiet', '--help']);

function commandDoc(command: Command, name: string): string {
  const takes = command.registeredArguments.map((one) => {
    const inner = one.variadic ? `${one.name()}…` : one.name();
    return one.required ? `<${inner}>` : `[${inner}]`;
  });
  if (command.commands.length > 0) return command.commands.map((inner) => commandDoc(inner, `${name} ${inner.name()}`)).join('\n');
  const options = command.options.filter((option) => !EVERYWHERE.has(option.long ?? ''));
  const usual = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? ` (usually ${value})` : '');
  const rows = options.map((option) => `| \`${option.flags}\` | ${cell(option.description)}${usual(option.defaultValue)} |`);
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  const examples = help
    .slice(help.indexOf('Examples:\n') + 'Examples:\n'.length)
    .trimEnd()
    .replace(/^ {2}/gm, '');
  return [
    `### \`${['parley', name, ...takes].join(' ')}\``,
    '',
    `${command.description().charAt(0).toUpperCase()}${command.description().slice(1)}.`,
    '',
    ...(rows.length > 0 ? ['| option | |', '|---|---|', ...rows, ''] : []),
    '```',
    examples,
    '```',
    '',
  ].join('\n');
}

const commands = (): string => {
  const shell = { ...processShell(), columns: 100, colour: false };
  const program = makeProgram({ shell, paint: paintFor(false), exit: () => {} });
  return program.commands.map((command) => commandDoc(command, command.name())).join('\n');
};

const errors = (): string =>
  [
    '| code | exit | HTTP | what happened | what to do |',
    '|---|---|---|---|---|',
    ...Object.entries(ERRORS).map(
      ([code, { exit, status, message, next }]) =>
        `| \`${code}\` | ${exit} | ${status} | ${cell(message).replace('{value}', '*value*')} | ${cell(next)} |`,
    ),
    '',
  ].join('\n');

const PARTS: readonly (readonly [file: string, part: string, make: () => string])[] = [
  ['cli.md', 'commands', commands],
  ['errors.md', 'errors', errors],
];

/** The docs as the code tells them now: file name and text. */
export function docsNow(): ReadonlyMap<string, string> {
  return new Map(
    PARTS.map(([file, part, make]) => {
      const text = readFileSync(new URL(`../docs/${file}`, import.meta.url), 'utf8');
      const [open, close] = [`<!-- ${part} -->\n`, `<!-- /${part} -->`];
      const from = text.indexOf(open);
      const to = text.indexOf(close);
      if (from < 0 || to < from) throw new Error(`docs/${file} has no part between ${open.trim()} and ${close}`);
      return [file, `${text.slice(0, from + open.length)}\n${make()}\n${text.slice(to)}`];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of docsNow()) writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);
}
