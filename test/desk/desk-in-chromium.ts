// A desk of test that listens, and a real browser to go to it with.
import type { Browser } from 'playwright-core';
import { createDesk, type Listening, startDesk } from '../../src/desk/desk.js';
import { findChromium, openChromium } from './chromium.js';
import { type DeskOfTest, openDesk } from './desk-of-test.js';

const program = findChromium();
/** Why what needs a browser is skipped here; false where it is not. */
export const skip = program === null ? 'no Chromium found: install it, or name it in PARLEY_CHROMIUM' : false;

export interface DeskInChromium {
  readonly desk: DeskOfTest;
  readonly listening: Listening;
  readonly browser: Browser;
}

/** Opens all three; `fill` puts into the desk what it is to hold besides. */
export async function openDeskInChromium(fill: (desk: DeskOfTest) => Promise<unknown> = async () => undefined): Promise<DeskInChromium> {
  const opened: { -readonly [K in keyof DeskInChromium]?: DeskInChromium[K] } = {};
  try {
    const desk = await openDesk();
    opened.desk = desk;
    await fill(desk);
    const listening = await startDesk(createDesk(desk.parley, { now: () => new Date('2031-05-25T12:00:00Z') }), { port: 0 });
    opened.listening = listening;
    return { desk, listening, browser: await openChromium(program ?? '') };
  } catch (error) {
    await closeDeskInChromium(opened);
    throw error;
  }
}

/** Closes what there is of them. */
export async function closeDeskInChromium({ desk, listening, browser }: Partial<DeskInChromium>): Promise<void> {
  await browser?.close();
  await listening?.close(500);
  await desk?.close();
}
