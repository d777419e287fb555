import { useEffect, useRef } from 'react';
import { focusPhoto } from './useGridFocus';

type Ids = readonly string[];

/** The picture behind another one, or the one before it where that was the last. */
const beside = (ids: Ids, id: string): string | undefined => {
  const place = ids.indexOf(id);
  return place < 0 ? undefined : (ids[place + 1] ?? ids[place - 1]);
};

/**
 * The keyboard stays where the visitor is: at the picture that was closed, beside one that was deleted, at one that was restored.
 * Only a focus that would be lost is moved.
 */
export function useKeptFocus(photoId: string | undefined, ids: Ids, deleted: ReadonlySet<string>): void {
  const last = useRef({ photoId, ids, deleted });
  const heir = useRef<string>(undefined);

  useEffect(() => {
    const before = last.current;
    last.current = { photoId, ids, deleted };
    const gone = [...deleted].find((id) => !before.deleted.has(id));
    if (gone !== undefined) heir.current = beside(before.ids, gone);
    if (photoId !== undefined) return;

    if (before.photoId !== undefined) returnTo(deleted.has(before.photoId) ? heir.current : before.photoId);
    else if (document.activeElement === document.body) {
      returnTo(gone === undefined ? ids.find((id) => before.deleted.has(id) && !deleted.has(id)) : heir.current);
    }
  }, [photoId, ids, deleted]);
}

/** To the picture's tile wherever it is; one that is not rendered comes to the grid first. */
function returnTo(id: string | undefined): void {
  if (id === undefined) return;
  const tile = [...document.querySelectorAll<HTMLElement>('[data-photo]')].find((each) => each.dataset.photo === id);
  if (tile) tile.focus();
  else focusPhoto(id);
}
