// Everything that the first page tells: the board, what is disputed, what is due next, and what is not known.
import type { z } from '@hono/zod-openapi';
import type { Parley } from '../../parley.js';
import { boardSchema } from '../../terms/board.js';
import { openQuestionsSchema } from '../../terms/study.js';

export const todaySchema = boardSchema.extend(openQuestionsSchema.shape);
export type Today = z.infer<typeof todaySchema>;

/** Today of a process as of a day (YYYY-MM-DD), by default the process's own. Throws `unknown-process`. */
export async function todayOf(parley: Parley, process: string, asOf: string | undefined): Promise<Today> {
  const [board, open] = await Promise.all([parley.board(process, asOf), parley.openQuestions(process, asOf)]);
  return { ...board, ...open };
}
