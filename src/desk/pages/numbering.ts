// Numbers the evidence marks of one page in the order they are drawn, so that a raised number and its words agree.
import { createContext, useContext } from 'hono/jsx';

export interface Numbering {
  /** The next number, from 1. */
  next(): number;
}

export function startNumbering(): Numbering {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return last;
    },
  };
}

/** A page sets its own numbering around its content; marks outside one would share numbers between visits, so there is none by default. */
export const NumberingContext = createContext<Numbering | null>(null);

export function useNumber(): number {
  const numbering = useContext(NumberingContext);
  if (numbering === null) throw new Error('an evidence mark stands outside a page');
  return numbering.next();
}
