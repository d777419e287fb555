import { type Feed, queryClient } from './queries';
import type { ImagePage, ImageSummary } from './types';

/** The pages as one list. A picture that moved between two requests counts once. */
export function flatten(feed: Feed | undefined): ImageSummary[] {
  const seen = new Map<string, ImageSummary>();
  feed?.pages.forEach((page) => page.items.forEach((item) => seen.has(item.id) || seen.set(item.id, item)));
  return [...seen.values()];
}

/** What the head shows that the feed doesn't. */
export function newcomersOf(photos: readonly ImageSummary[], head: ImagePage | undefined): ImageSummary[] {
  const known = new Set(photos.map(({ id }) => id));
  return head?.items.filter(({ id }) => !known.has(id)) ?? [];
}

/** Whether pictures may lie between the head and the feed that neither of the two holds. */
export const hasGap = (photos: readonly ImageSummary[], head: ImagePage): boolean =>
  photos.length > 0 && Boolean(head.nextCursor) && newcomersOf(photos, head).length === head.items.length;

const isChanged = (before: ImageSummary, after: ImageSummary): boolean =>
  before.status !== after.status || before.processedAt !== after.processedAt;

/** The feed with what became of its pictures since; the same object when nothing did. */
export function withUpdates(feed: Feed, photos: readonly ImageSummary[]): Feed {
  const latest = new Map(photos.map((item) => [item.id, item]));
  const update = (item: ImageSummary): ImageSummary => {
    const next = latest.get(item.id);
    return next && isChanged(item, next) ? next : item;
  };
  const pages = feed.pages.map((page) => {
    const items = page.items.map(update);
    return items.every((item, index) => item === page.items[index]) ? page : { ...page, items };
  });
  return pages.every((page, index) => page === feed.pages[index]) ? feed : { ...feed, pages };
}

export function withNewcomers(feed: Feed, newcomers: readonly ImageSummary[]): Feed {
  const [first, ...others] = feed.pages;
  return first ? { ...feed, pages: [{ ...first, items: [...newcomers, ...first.items] }, ...others] } : feed;
}

export const without = (feed: Feed, id: string): Feed => ({
  ...feed,
  pages: feed.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })),
});

/** Lets go of everything that is kept of a picture that is no more. */
export function forget(id: string): void {
  queryClient.setQueriesData<Feed>({ queryKey: ['feed'] }, (feed) => feed && without(feed, id));
  queryClient.setQueriesData<ImagePage>(
    { queryKey: ['head'] },
    (head) => head && { ...head, items: head.items.filter((item) => item.id !== id) },
  );
  queryClient.removeQueries({ queryKey: ['image', id] });
  void queryClient.invalidateQueries({ queryKey: ['labels'] });
  void queryClient.invalidateQueries({ queryKey: ['stats'] });
}
