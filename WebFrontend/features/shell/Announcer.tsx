import { useObservable } from '@/lib/useObservable';
import { announcement } from './announcer';

export function Announcer() {
  const { text, count } = useObservable(announcement);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={count}>{text}</span>
    </div>
  );
}
