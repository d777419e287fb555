import { Observable } from '@/lib/observable';

/** What the polite live region says next; the count makes equal words audible twice. */
export const announcement = new Observable({ text: '', count: 0 });

export const announce = (text: string): void => announcement.set({ text, count: announcement.get().count + 1 });
