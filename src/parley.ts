// The one public door: joins the rooms, so that the desk, the program and other code use the same calls.

export { type AddCall, type Listed, type OpenOptions, type Paging, type Parley, TOLD, type Told } from './parley/contract.js';
export { readReport } from './reading/reader.js';
export { ERRORS, ParleyError } from './terms/errors.js';
