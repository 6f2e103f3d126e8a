// Earlier and later pages of a long list.
import type { FC } from 'hono/jsx';

export const PAGE_SIZE = 50;

/** Which part of a list a request asks for: `?page=` from 1. */
export function pageAsked(text: string | undefined): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1;
}

/** The items of a page of a list. */
export const sliceOf = (page: number): { limit: number; offset: number } => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });

/** The same as a twin is asked for it: the first page is what it gives unasked. */
export const twinSlice = (page: number): Partial<ReturnType<typeof sliceOf>> => (page > 1 ? sliceOf(page) : {});

export const Pager: FC<{ page: number; total: number; to: (page: number) => string }> = ({ page, total, to }) => {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (pages === 1) return null;
  return (
    <nav class="pager" aria-label="Pages of the list">
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          Previous
        </a>
      ) : null}{' '}
      <span class="quiet">
        {page} of {pages}
      </span>{' '}
      {page < pages ? (
        <a href={to(page + 1)} rel="next">
          Next
        </a>
      ) : null}
    </nav>
  );
};
