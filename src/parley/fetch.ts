// Fetching without a store, apart from reading because it loads the HTTP client.
export { fetchReports } from '../report/fetch.js';
