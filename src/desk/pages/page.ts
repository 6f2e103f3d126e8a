// Answers with a page.
import type { Context } from 'hono';
import type { ParleyError } from '../../terms/errors.js';
import type { DeskEnv } from '../api/env.js';

/** The document of a drawn page, with its status. */
export const page = (c: Context<DeskEnv>, node: unknown, status: 200 | ParleyError['status'] = 200): Response | Promise<Response> =>
  c.html(`<!doctype html>${String(node)}`, status);
