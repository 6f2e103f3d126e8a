// Where the home is, without opening it.
export { homeFolder } from '../record/home.js';
