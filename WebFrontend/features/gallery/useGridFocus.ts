import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { Row } from '@/lib/justify';
import { Observable } from '@/lib/observable';
import { useObservable } from '@/lib/useObservable';
import { isDirection, neighbour } from './neighbour';

/** The picture that the keyboard is at; the detail view leaves it where the visitor stopped looking. */
export const currentPhoto = new Observable<{ id: string | null; wantsFocus: boolean }>({ id: null, wantsFocus: false });

export const focusPhoto = (id: string): void => currentPhoto.set({ id, wantsFocus: true });

const photoIn = (target: EventTarget): string | null =>
  (target as Element).closest<HTMLElement>('[data-photo]')?.dataset['photo'] ?? null;

type Rows = readonly Row<{ id: string }>[];

const holds = (id: string | null) => (row: Row<{ id: string }>) => row.tiles.some(({ item }) => item.id === id);

/** One stop for the Tab key; arrows move on from there, also to pictures that are not rendered yet. */
export function useGridFocus(
  feed: RefObject<HTMLElement | null>,
  rows: Rows,
  visible: Rows,
  onDelete: (id: string) => void,
) {
  const current = useObservable(currentPhoto);
  const tabStop = visible.some(holds(current.id)) ? current.id : visible[0]?.tiles[0]?.item.id;

  useEffect(() => {
    if (!current.wantsFocus || !feed.current) return;
    const link = feed.current.querySelector<HTMLElement>(`[data-photo="${current.id ?? ''}"]`);
    if (link) {
      currentPhoto.set({ id: current.id, wantsFocus: false });
      link.focus({ preventScroll: true });
      link.scrollIntoView({ block: 'nearest' });
      return;
    }
    // Not rendered: go there, and this runs again when its row is.
    const row = rows.find(holds(current.id));
    if (row) window.scrollTo({ top: feed.current.offsetTop + row.top - window.innerHeight / 2 });
  }, [current, feed, rows, visible]);

  return {
    tabStop,
    onFocus: ({ target }: FocusEvent) => {
      const id = photoIn(target);
      if (id !== null && id !== currentPhoto.get().id) currentPhoto.set({ id, wantsFocus: false });
    },
    onKeyDown: (event: KeyboardEvent) => {
      const id = photoIn(event.target);
      if (id === null || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Delete') {
        onDelete(id);
      } else if (isDirection(event.key)) {
        const next = neighbour(rows, id, event.key);
        if (!next) return;
        event.preventDefault();
        focusPhoto(next.id);
      }
    },
  };
}
