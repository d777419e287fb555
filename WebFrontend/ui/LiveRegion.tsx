import { announcement } from '@/lib/announce';
import { useObservable } from '@/lib/useObservable';

/** Where a screen reader hears what is announced. */
export function LiveRegion() {
  const { text, count } = useObservable(announcement);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={count}>{text}</span>
    </div>
  );
}
