import type { HomeItem } from '../../kernel/feature.ts';

/**
 * Items of one page. A message holds 40 components: an item with its button takes 3, and the frame, the greeting, two titles, two notes
 * and the buttons below take the rest.
 */
export const pageSize = 9;

export type Page = { waiting: HomeItem[]; possible: HomeItem[]; page: number; pages: number };

/** What waits for the person first; otherwise the order of the features. A page that no longer exists shows the last. */
export function pageOf(items: readonly HomeItem[], page: number): Page {
  const ordered = [...items.filter(({ waiting }) => waiting), ...items.filter(({ waiting }) => !waiting)];
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const slice = ordered.slice(shown * pageSize, (shown + 1) * pageSize);
  return {
    waiting: slice.filter(({ waiting }) => waiting),
    possible: slice.filter(({ waiting }) => !waiting),
    page: shown,
    pages,
  };
}
