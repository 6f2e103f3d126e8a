// How a command is defined: one file each, with the options all commands have and examples in its help.
import type { Command } from 'commander';
import { ParleyError } from '../../terms/errors.js';
import type { Paint } from './paint.js';
import type { Shell } from './shell.js';

/** What every command is given to work with. */
export interface Tools {
  readonly shell: Shell;
  readonly paint: Paint;
  /** Sets the exit code of the program where the command goes on after an error. The first one stays. */
  exit(code: number): void;
}

/** Options of every command. */
export interface Everywhere {
  readonly home?: string;
  readonly quiet?: boolean;
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, tools: Tools) => void;

interface Definition {
  readonly name: string;
  readonly summary: string;
  /** Arguments as commander writes them: "<id>", "[file]". */
  readonly takes?: string;
  readonly examples: readonly string[];
}

/** A command with `--home`, `--quiet` and its examples. */
export function define(program: Command, { name, summary, takes, examples }: Definition): Command {
  const command = program
    .command(takes === undefined ? name : `${name} ${takes}`)
    .description(summary)
    .option('--home <folder>', 'the folder of the store (default: PARLEY_HOME, else parley in your data folder)')
    .option('-q, --quiet', 'say nothing but results and errors');
  command.addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ parley ${example}`).join('\n')}`);
  return command;
}

/** Reads a whole number, at least `least`. Throws `bad-option`. */
export const whole =
  (least: number) =>
  (value: string): number => {
    if (!/^\d{1,12}$/.test(value) || Number(value) < least) throw new ParleyError('bad-option', value);
    return Number(value);
  };

/** Reads a size: bytes, or with K, M, G ("50M"). Throws `bad-option`. */
export function size(value: string): number {
  const found = /^(\d{1,9})\s*([kmg]?)i?b?$/i.exec(value);
  const unit = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(found?.[2] ?? '').toLowerCase()];
  if (!found || unit === undefined || Number(found[1]) === 0) throw new ParleyError('bad-option', value);
  return Number(found[1]) * unit;
}

/** Reads a time in seconds, as milliseconds. Throws `bad-option`. */
export function seconds(value: string): number {
  const found = /^(\d{1,6}(?:\.\d{1,3})?)s?$/.exec(value);
  if (!found || Number(found[1]) === 0) throw new ParleyError('bad-option', value);
  return Math.round(Number(found[1]) * 1000);
}

/** Gathers an option that may be given several times. */
export const gather = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** A day as it is written, YYYY-MM-DD. Throws `bad-date`. */
export function day(value: string): string {
  const made = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(made.getTime()) || made.toISOString().slice(0, 10) !== value)
    throw new ParleyError('bad-date', value);
  return value;
}
