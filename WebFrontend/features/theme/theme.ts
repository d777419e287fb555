import { Observable } from '@/lib/observable';

export const themes = ['dark', 'light', 'system'] as const;
export type Theme = (typeof themes)[number];

const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

class ThemeChoice extends Observable<Theme> {
  /** What public/theme.js has put on the document before the first paint. */
  restore(): void {
    const current = document.documentElement.dataset['theme'];
    if (isTheme(current)) this.set(current);
  }

  choose(theme: Theme): void {
    document.documentElement.dataset['theme'] = theme;
    this.set(theme);
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage can be forbidden: the choice lasts as long as the page.
    }
  }
}

export const themeChoice = new ThemeChoice('dark');
export const nextTheme = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'dark';
