// Fetching without a store, apart from reading because it loads the HTTP client.
export { type FetchedReports, type FetchOptions, fetchReports, fetchSource } from '../report/fetch.js';
