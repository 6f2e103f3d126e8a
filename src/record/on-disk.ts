// Sees to it that a file, and its name in its folder, have reached the disk.
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Syncs a file or a folder. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
