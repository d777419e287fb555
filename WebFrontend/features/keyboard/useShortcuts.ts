import { useEffect } from 'react';
import { filterInputId } from '@/features/filter/setFilter';
import { openPicker } from '@/features/upload/UploadButton';
import { Observable } from '@/lib/observable';

export const isHelpOpen = new Observable(false);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

const shortcuts: Record<string, () => void> = {
  '/': () => {
    const input = document.getElementById(filterInputId);
    input?.focus();
    input?.scrollIntoView({ block: 'nearest' });
  },
  '?': () => isHelpOpen.set(true),
  u: openPicker,
};

/** Keys that work on every page, unless someone is typing or a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const shortcut = shortcuts[event.key];
      if (!shortcut || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      shortcut();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
