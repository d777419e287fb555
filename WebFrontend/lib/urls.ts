import type { ParsedUrlQuery } from 'node:querystring';

const search = (labels: readonly string[]): string => {
  const query = new URLSearchParams(labels.map((label) => ['label', label]));
  return query.size > 0 ? `?${query}` : '';
};

/** The URL is the state: the filter is in the query, the open picture is the path. */
export const galleryHref = (labels: readonly string[]): string => `/${search(labels)}`;
export const photoHref = (id: string, labels: readonly string[] = []): string =>
  `/photos/${encodeURIComponent(id)}${search(labels)}`;
export const analyticsHref = (days?: number): string => (days ? `/analytics?days=${days}` : '/analytics');

export const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** As many as the API looks for at a time. An address that names more is read as far as that. */
export const mostLabels = 5;

export const labelsOf = (query: ParsedUrlQuery): string[] =>
  [...new Set(all(query['label']))].filter(Boolean).slice(0, mostLabels);
export const photoOf = (query: ParsedUrlQuery): string | undefined => all(query['id'])[0];
