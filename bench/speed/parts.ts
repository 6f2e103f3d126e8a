// The parts of the speed bench, in the order they are printed.
import { adding } from './adding.js';
import type { MeasureSpeed } from './figure.js';
import { growth } from './growth.js';
import { peers } from './peers.js';
import { reading } from './reading.js';
import { startUp } from './start-up.js';

export const PARTS: Readonly<Record<string, MeasureSpeed>> = { reading, peers, growth, adding, 'start-up': startUp };
