import { useEffect } from 'react';
import { uploads } from './queue';

/** Asks before the page goes while bytes are on their way: what is in the storage already needs this page no more. */
export function useLeaveWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (uploads.isBusy) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
