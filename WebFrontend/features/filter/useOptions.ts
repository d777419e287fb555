import { type KeyboardEvent, useState } from 'react';

interface Options {
  count: number;
  onOpen: () => void;
  onClose: () => void;
}

/** The keys of a list box that belongs to a text field. */
export function useOptions({ count, onOpen, onClose }: Options) {
  const [chosen, setChosen] = useState(-1);
  const active = Math.min(chosen, count - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    switch (event.key) {
      case 'ArrowDown':
        onOpen();
        setChosen(count === 0 ? -1 : (active + 1) % count);
        break;
      case 'ArrowUp':
        onOpen();
        setChosen(active <= 0 ? count - 1 : active - 1);
        break;
      case 'Escape':
        onClose();
        setChosen(-1);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return { active, reset: () => setChosen(-1), onKeyDown };
}
