// A disk of its own whose power can be cut: an ext4 image on a loop device, shut down by ext4's own ioctl.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BYTES = 128 * 1024 * 1024;
// FS_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (2): nothing more reaches the disk, not even the journal. Node has no ioctl; Perl is on every Linux.
const CUT = 'open(my $d, "<", $ARGV[0]) or die "open: $!"; my $flag = pack("L", 2); ioctl($d, 0x8004587D, $flag) or die "ioctl: $!";';

function done(command: string, ...args: readonly string[]): void {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${command}: ${run.error?.message ?? run.stderr.trim()}`);
}

export interface CutDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Cuts the power: what has not reached the disk is gone. */
  cut(): void;
  /** Mounts it again, which replays its journal. */
  powerOn(): void;
  remove(): void;
}

/** Makes and mounts one. Throws where the machine or the user may not. */
export function openCutDisk(): CutDisk {
  const place = mkdtempSync(join(tmpdir(), 'parley-cut-'));
  const [image, folder] = [join(place, 'image'), join(place, 'disk')];
  const remove = (): void => rmSync(place, { recursive: true, force: true });
  try {
    closeSync(openSync(image, 'w'));
    truncateSync(image, BYTES);
    mkdirSync(folder);
    done('mkfs.ext4', '-q', '-F', image);
    done('mount', '-o', 'loop', image, folder);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    cut: () => done('perl', '-e', CUT, folder),
    powerOn() {
      done('umount', folder);
      done('mount', '-o', 'loop', image, folder);
    },
    remove() {
      done('umount', folder);
      remove();
    },
  };
}

/** Why no such disk can be had here, or null. */
export function noCutDisk(): string | null {
  if (process.platform !== 'linux') return 'the power cut needs Linux';
  if (process.getuid?.() !== 0) return 'the power cut needs root, for a loop device';
  try {
    openCutDisk().remove();
    return null;
  } catch (error) {
    return `the power cut needs a loop device with ext4: ${error instanceof Error ? error.message : String(error)}`;
  }
}
