// Who asks, how widely a report may be shared (TLP 2.0) and how far its source is trusted (Admiralty code).
import { z } from 'zod';

/** Sharing marks of the Traffic Light Protocol 2.0 (FIRST, 2022), from the widest to the narrowest. */
export const MARKS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Mark = (typeof MARKS)[number];
export const markSchema = z.enum(MARKS);

/** True when somebody cleared for `clearance` may see what is marked `mark`. */
const maySee = (clearance: Mark, mark: Mark): boolean => MARKS.indexOf(mark) <= MARKS.indexOf(clearance);

/** The marks somebody may see. */
export const marksUpTo = (clearance: Mark): readonly Mark[] => MARKS.filter((mark) => maySee(clearance, mark));

/** Reliability of the source, A (completely reliable) to F (cannot be judged), and credibility of the information, 1 (confirmed) to 6 (cannot be judged). */
export const gradeSchema = z.object({ reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), credibility: z.number().int().min(1).max(6) });
export type Grade = z.infer<typeof gradeSchema>;

/** Who makes a call and what they may see; every call of the record is made for somebody. */
export const readerSchema = z.object({ reader: z.string().min(1), clearance: markSchema });
export type ReaderOf = z.infer<typeof readerSchema>;

/** The one user of a home without accounts. */
export const LOCAL_READER: ReaderOf = { reader: 'local', clearance: 'RED' };
