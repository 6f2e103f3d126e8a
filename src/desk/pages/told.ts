// What the study tells for a page, checked on its way in.
import type { Parley } from '../../parley.js';
import {
  type AccessSheet,
  accessSheetSchema,
  type DueSheet,
  dueSheetSchema,
  type LinesSheet,
  linesSheetSchema,
  type OriginsSheet,
  originsSchema,
  type TalksSheet,
  talksSheetSchema,
  type WhoSheet,
  whoSchema,
} from '../../terms/study.js';

export interface Of {
  readonly process?: string | undefined;
  readonly asOf?: string | undefined;
}

export const tellTalks = async (parley: Parley, of: Of): Promise<TalksSheet> => talksSheetSchema.parse(await parley.tell('talks', of));
export const tellAccess = async (parley: Parley, of: Of): Promise<AccessSheet> => accessSheetSchema.parse(await parley.tell('access', of));
export const tellDue = async (parley: Parley, of: Of): Promise<DueSheet> => dueSheetSchema.parse(await parley.tell('due', of));
export const tellWho = async (parley: Parley, of: Of): Promise<WhoSheet> => whoSchema.parse(await parley.tell('who', of));
export const tellOrigins = async (parley: Parley, of: Of): Promise<OriginsSheet> => originsSchema.parse(await parley.tell('origins', of));
export const tellLines = async (parley: Parley, of: Of): Promise<LinesSheet> => linesSheetSchema.parse(await parley.tell('lines', of));
