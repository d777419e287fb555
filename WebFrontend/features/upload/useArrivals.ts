import { useEffect, useState } from 'react';
import { uploadFiles } from './queue';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea');

/** Files dropped anywhere on the page or pasted into it. Answers whether files hover over the page now. */
export function useArrivals(): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const listeners = new AbortController();
    const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(type, listener, { signal: listeners.signal });

    listen('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    });
    // Without a related target the pointer has left the window.
    listen('dragleave', (event) => event.relatedTarget === null && setIsOver(false));
    listen('drop', (event) => {
      setIsOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      uploadFiles(event.dataTransfer?.files ?? []);
    });
    listen('paste', (event) => {
      if (!isTyping(event.target)) uploadFiles(event.clipboardData?.files ?? []);
    });
    return () => listeners.abort();
  }, []);

  return isOver;
}
