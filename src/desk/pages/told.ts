// What the study tells for a page, checked on its way in.
import type { z } from '@hono/zod-openapi';
import type { Parley } from '../../parley.js';
import {
  type AccessSheet,
  accessSheetSchema,
  type DueSheet,
  dueSheetSchema,
  type OriginsSheet,
  originsSchema,
  type TalksSheet,
  talksSheetSchema,
} from '../../terms/study.js';

export interface Of {
  readonly process?: string | undefined;
  readonly asOf?: string | undefined;
}

/** Checks what is told, once for as long as it is kept. */
function checker<T>(schema: z.ZodType<T>): (told: object) => T {
  const checked = new WeakMap<object, { readonly sheet: T }>();
  return (told) => {
    const known = checked.get(told) ?? { sheet: schema.parse(told) };
    checked.set(told, known);
    return known.sheet;
  };
}
const [talks, access, due, origins] = [
  checker(talksSheetSchema),
  checker(accessSheetSchema),
  checker(dueSheetSchema),
  checker(originsSchema),
];

export const tellTalks = async (parley: Parley, of: Of): Promise<TalksSheet> => talks(await parley.tell('talks', of));
export const tellAccess = async (parley: Parley, of: Of): Promise<AccessSheet> => access(await parley.tell('access', of));
export const tellDue = async (parley: Parley, of: Of): Promise<DueSheet> => due(await parley.tell('due', of));
export const tellOrigins = async (parley: Parley, of: Of): Promise<OriginsSheet> => origins(await parley.tell('origins', of));
