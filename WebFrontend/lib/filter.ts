import Router from 'next/router';
import { galleryHref, labelsOf, mostLabels } from '@/lib/urls';

export const filterInputId = 'filter';

export function focusFilter(): void {
  const input = document.getElementById(filterInputId);
  input?.focus();
  input?.scrollIntoView({ block: 'nearest' });
}

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

const setFilter = (labels: readonly string[]): void =>
  void Router.push(galleryHref(labels), undefined, { scroll: false });

export const clearFilter = (): void => setFilter([]);
export const removeLabel = (name: string): void =>
  setFilter(labelsOf(Router.query).filter((label) => !same(name)(label)));

export function addLabel(name: string): void {
  const labels = labelsOf(Router.query);
  if (labels.length < mostLabels && !labels.some(same(name))) setFilter([...labels, name]);
}

export const isChosen = (labels: readonly string[], name: string): boolean => labels.some(same(name));
