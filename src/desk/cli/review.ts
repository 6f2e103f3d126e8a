// `parley review`: a decision on one line of the record.
import { ParleyError } from '../../terms/errors.js';
import type { Decision } from '../../terms/record.js';
import { type AddCommand, define, type Everywhere } from './command.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

const DECISIONS: Readonly<Record<string, Decision['state']>> = {
  accept: 'accepted',
  reject: 'rejected',
  unverifiable: 'unverifiable',
  unread: 'unread',
};

export const addReview: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'review',
    takes: '<line> <decision>',
    summary: 'decide on a line (report:line): accept, reject, unverifiable, or unread to take a decision back',
    examples: [
      'review r-44d7e6954f87cfda:c12 accept',
      'review r-44d7e6954f87cfda:c12 reject --why "the governor said so, not the mediator"',
      'review r-44d7e6954f87cfda:c12 unread',
    ],
  })
    .option('--why <words>', 'the reason; needed for reject and unverifiable')
    .option('--json', 'how the line was reviewed before, as JSON')
    .action(async (line: string, decision: string, { why, json, ...options }: Everywhere & { why?: string; json?: boolean }) => {
      const state = Object.hasOwn(DECISIONS, decision) ? DECISIONS[decision] : undefined;
      if (state === undefined) throw new ParleyError('bad-option', decision);
      const before = await withParley(options, (parley) => parley.review(line, { state, ...(why !== undefined && { reason: why }) }));
      if (json) return write(shell.stdout, `${JSON.stringify(before)}\n`);
      if (!options.quiet) await write(shell.stdout, `${line}: ${before.state} before, ${state} now\n`);
    });
};
