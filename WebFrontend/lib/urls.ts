import type { ParsedUrlQuery } from 'node:querystring';

/** Which pictures the gallery shows. */
export interface Filter {
  labels: readonly string[];
  /** Only the visitor's own. */
  isMine: boolean;
}

export const everything: Filter = { labels: [], isMine: false };

/** The filter as a query, of the site's addresses and of the API's alike. */
export function queryOf({ labels, isMine }: Filter): URLSearchParams {
  const query = new URLSearchParams(labels.map((label) => ['label', label]));
  if (isMine) query.set('owner', 'me');
  return query;
}

const search = (filter: Filter): string => {
  const query = queryOf(filter);
  return query.size > 0 ? `?${query}` : '';
};

/** The URL is the state: the filter is in the query, the open picture is the path. */
export const galleryHref = (filter: Filter = everything): string => `/${search(filter)}`;
export const photoHref = (id: string, filter: Filter = everything): string =>
  `/photos/${encodeURIComponent(id)}${search(filter)}`;
export const analyticsHref = (days?: number): string => (days ? `/analytics?days=${days}` : '/analytics');

export const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** As many as the API looks for at a time. An address that names more is read as far as that. */
export const mostLabels = 5;

export const filterOf = (query: ParsedUrlQuery): Filter => ({
  labels: [...new Set(all(query['label']))].filter(Boolean).slice(0, mostLabels),
  isMine: all(query['owner'])[0] === 'me',
});
export const photoOf = (query: ParsedUrlQuery): string | undefined => all(query['id'])[0];
