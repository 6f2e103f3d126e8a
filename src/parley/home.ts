// Where the record is, without opening it.
export { isDatabase, type Place, placeOf, shownPlace } from '../record/place.js';
