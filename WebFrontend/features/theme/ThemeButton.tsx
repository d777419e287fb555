import { Monitor, Moon, Sun } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '@/ui/IconButton';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { nextTheme, themeChoice } from './theme';

const icons = { dark: Moon, light: Sun, system: Monitor };

export function ThemeButton() {
  const theme = useObservable(themeChoice);
  useEffect(() => themeChoice.restore(), []);
  return (
    <IconButton icon={icons[theme]} label={strings.theme[theme]} onClick={() => themeChoice.choose(nextTheme(theme))} />
  );
}
