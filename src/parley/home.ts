// Where the home is, without opening it.
export { homeFolder, makeHome } from '../record/home.js';
