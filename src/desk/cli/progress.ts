// How far an adding has come, on one line that is drawn over: count, rate and time left.
import type { AddProgress } from '../../terms/adding.js';
import type { Shell } from './shell.js';

/** Milliseconds between two drawings. */
const PAUSE = 120;

const number = (n: number): string => n.toLocaleString('en-GB');

/** "4 s", "3 min", "1 h 20 min". */
export function sayTime(seconds: number): string {
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "312 of 1,000 · 18 a second · 38 s left · 2 refused". */
export function sayProgress({ done, total, rate, left, refused }: AddProgress): string {
  const parts = [`${number(done)} of ${number(total)}`];
  if (done > 0) parts.push(`${rate >= 10 ? number(Math.round(rate)) : rate.toFixed(1)} a second`);
  if (left !== null && done < total) parts.push(`${sayTime(left)} left`);
  if (refused > 0) parts.push(`${number(refused)} refused`);
  return parts.join(' · ');
}

export interface ProgressLine {
  show(progress: AddProgress): void;
  clear(): void;
}

/** A line on the terminal's messages; nothing at all where they go elsewhere or `quiet` is asked. */
export function progressLine({ stderr, progress: terminal }: Pick<Shell, 'stderr' | 'progress'>, quiet: boolean): ProgressLine {
  let drawn = 0;
  let there = false;
  return {
    show(progress) {
      const now = performance.now();
      if (quiet || !terminal || (now - drawn < PAUSE && progress.done < progress.total)) return;
      drawn = now;
      there = true;
      stderr.write(`\r\u001b[K${sayProgress(progress)}`);
    },
    clear() {
      if (there) stderr.write('\r\u001b[K');
      there = false;
    },
  };
}
