// The one public door: joins the rooms, so that the desk, the program and other code use the same calls.
export { readReport } from './reading/reader.js';
export { ERRORS, ParleyError } from './terms/errors.js';
