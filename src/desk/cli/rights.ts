// The options by which commands are told a role, a clearance and a process.
import type { Command } from 'commander';
import { ParleyError } from '../../terms/errors.js';
import { MARKS, type Mark, markSchema, ROLES, type Role, roleSchema } from '../../terms/marks.js';

export interface RightsFlags {
  readonly role?: Role;
  readonly clearance?: Mark;
}

function role(value: string): Role {
  const read = roleSchema.safeParse(value.toLowerCase());
  if (!read.success) throw new ParleyError('bad-option', value);
  return read.data;
}

function clearance(value: string): Mark {
  const read = markSchema.safeParse(value.toUpperCase());
  if (!read.success) throw new ParleyError('bad-option', value);
  return read.data;
}

/** Adds `--role` and `--clearance`. */
export const withRights = (command: Command): Command =>
  command
    .option('--role <role>', `what they may do: ${ROLES.join(', ')}`, role)
    .option('--clearance <mark>', `the highest mark they may see: ${MARKS.join(', ')}`, clearance);
