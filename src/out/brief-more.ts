// How a brief says that a section has more than it shows.

/** "and 312 more (parley brief --all tells them)". */
export const sayMore = (more: number): string => `and ${more.toLocaleString('en-GB')} more (parley brief --all tells them)`;
