// The one public door: joins the rooms, so that the desk, the program and other code use the same calls.

export {
  type AddCall,
  type Gate,
  type Listed,
  type OpenOptions,
  type Paging,
  type Parley,
  type SignInFrom,
  TOLD,
  type Told,
} from './parley/contract.js';
export { addDemo } from './parley/demo.js';
export { openParley } from './parley/local.js';
export { type Located, locatePlaces } from './parley/places.js';
export { checkHome, moveHome, restoreHome } from './parley/safekeeping.js';
export { programVersion } from './parley/version.js';
export { readReport } from './reading/reader.js';
export { openSource } from './report/open.js';
export type { KeptReport } from './study/kept.js';
export { printedAccess, printedDue, printedLines, printedOrigins, printedTalks, printedWho } from './study/printed.js';
export { studyOn } from './study/study.js';
export { ERRORS, ParleyError } from './terms/errors.js';
