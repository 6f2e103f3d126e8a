// desk.json in the home: where the running desk is and how its owner proves to be so.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const deskFileSchema = z.object({
  url: z.url(),
  pid: z.number().int().positive(),
  /** Sent as `Authorization: Bearer`; only the owner of the home can read this file. */
  key: z.string().min(20),
  version: z.string(),
  started: z.string(),
});
export type DeskFile = z.infer<typeof deskFileSchema>;

const pathIn = (home: string): string => join(home, 'desk.json');

export const writeDeskFile = (home: string, file: DeskFile): void =>
  writeFileSync(pathIn(home), `${JSON.stringify(file)}\n`, { mode: 0o600 });

/** Removes the file, unless another desk has written it since. */
export function removeDeskFile(home: string, key: string): void {
  if (readDeskFile(home)?.key === key) rmSync(pathIn(home), { force: true });
}

/** What the file says, or null where there is none, or none that can be read as one. */
export function readDeskFile(home: string): DeskFile | null {
  let text: string;
  try {
    text = readFileSync(pathIn(home), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  }
  try {
    return deskFileSchema.parse(JSON.parse(text));
  } catch (error) {
    // A desk that was killed while it wrote: there is nothing to reach.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** True where the process is there; it need not be a desk. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
