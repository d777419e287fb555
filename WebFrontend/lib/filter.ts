import Router from 'next/router';
import { everything, type Filter, filterOf, galleryHref, mostLabels } from '@/lib/urls';

export const filterInputId = 'filter';

export function focusFilter(): void {
  const input = document.getElementById(filterInputId);
  input?.focus();
  input?.scrollIntoView({ block: 'nearest' });
}

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

const setFilter = (filter: Filter): void => void Router.push(galleryHref(filter), undefined, { scroll: false });

function setLabels(change: (labels: readonly string[]) => readonly string[]): void {
  const filter = filterOf(Router.query);
  setFilter({ ...filter, labels: change(filter.labels) });
}

export const clearFilter = (): void => setFilter(everything);
export const removeLabel = (name: string): void => setLabels((labels) => labels.filter((label) => !same(name)(label)));

export function addLabel(name: string): void {
  const { labels } = filterOf(Router.query);
  if (labels.length < mostLabels && !labels.some(same(name))) setLabels(() => [...labels, name]);
}

export function toggleMine(): void {
  const filter = filterOf(Router.query);
  setFilter({ ...filter, isMine: !filter.isMine });
}

export const isChosen = (labels: readonly string[], name: string): boolean => labels.some(same(name));
