// Where the record is, without opening it.
export { homeFolder } from '../record/home.js';
export { isDatabase, type Place, placeOf, shownPlace } from '../record/place.js';
