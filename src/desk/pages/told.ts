// What the study tells for a page, checked on its way in.
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

export const tellTalks = async (parley: Parley, of: Of): Promise<TalksSheet> => talksSheetSchema.parse(await parley.tell('talks', of));
export const tellAccess = async (parley: Parley, of: Of): Promise<AccessSheet> => accessSheetSchema.parse(await parley.tell('access', of));
export const tellDue = async (parley: Parley, of: Of): Promise<DueSheet> => dueSheetSchema.parse(await parley.tell('due', of));
export const tellOrigins = async (parley: Parley, of: Of): Promise<OriginsSheet> => originsSchema.parse(await parley.tell('origins', of));
