#!/usr/bin/env node
// Where the program starts.
import { runProgram } from './program.js';
import { processShell } from './shell.js';

// Whoever reads the output may stop reading ("| head"): that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: Error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await runProgram(process.argv.slice(2), processShell());
