// The parts of the speed bench, in the order they are printed.
import { adding } from './adding.js';
import type { MeasureSpeed } from './figure.js';
import { startUp } from './start-up.js';

export const PARTS: Readonly<Record<string, MeasureSpeed>> = { adding, 'start-up': startUp };
