// The program: all commands, and what becomes of their errors.
import { Command, CommanderError } from 'commander';
import { asParleyError, ParleyError } from '../../terms/errors.js';
import type { Tools } from './command.js';
import { COMMANDS } from './commands.js';
import { paintFor } from './paint.js';
import { sayError } from './say-error.js';
import type { Shell } from './shell.js';

/** The program with all its commands; nothing a command needs is loaded before it is called. */
export function makeProgram(tools: Tools): Command {
  const { shell } = tools;
  const program = new Command('parley');
  program
    .description(
      'Reads reports on a peace process and keeps who said what, who comes, what was promised and what is stuck as one cited record.',
    )
    .helpCommand('help [command]', 'the same as --help')
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      '\nExamples:\n  $ parley serve\n  $ parley read report.txt\n  $ parley add reports/ --process "Syria talks"\n\nEvery command has --help with examples of its own.',
    )
    .configureOutput({
      writeOut: (text) => void shell.stdout.write(text),
      // Errors are told once, by `runProgram`.
      writeErr: (text) => void (text.startsWith('error: ') || shell.stderr.write(text)),
      outputError: () => {},
      getOutHelpWidth: () => shell.columns ?? 100,
    })
    .exitOverride();
  for (const add of COMMANDS) add(program, tools);
  const settle = (command: Command): void => {
    command.exitOverride().configureOutput(program.configureOutput());
    for (const inner of command.commands) settle(inner);
  };
  for (const command of program.commands) settle(command);
  return program;
}

/** Runs the program with the arguments after its name and gives the exit code. */
export async function runProgram(args: readonly string[], shell: Shell): Promise<number> {
  let code = 0;
  const paint = paintFor(shell.colour);
  const tools: Tools = {
    shell,
    paint,
    exit: (wanted) => {
      if (code === 0) code = wanted;
    },
  };
  try {
    const program = makeProgram(tools);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    // A group of commands called without one has shown its help.
    const error =
      thrown instanceof CommanderError
        ? new ParleyError(
            'usage',
            thrown.message
              .replace(/^error: /, '')
              .replace(/\s+/g, ' ')
              .replace(/\.$/, ''),
          )
        : asParleyError(thrown);
    if (!(thrown instanceof CommanderError && thrown.code === 'commander.help'))
      shell.stderr.write(sayError(error, paintFor(shell.colour && shell.progress)));
    return error.exit;
  }
}
