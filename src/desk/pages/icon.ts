// The desk's icon: two marks of speech facing each other.
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#1c1b19"/><g fill="#fcfbf8"><circle cx="10" cy="13" r="4.5"/><path d="M14.5 13c0 6-3 9-7 10l-.6-1.8c2.6-1 4-2.6 4.3-5z"/><circle cx="22" cy="13" r="4.5"/><path d="M26.5 13c0 6-3 9-7 10l-.6-1.8c2.6-1 4-2.6 4.3-5z"/></g></svg>';
