import type { KeyboardEvent } from 'react';

interface DetailKeys {
  id: string;
  onPrevious: () => void;
  onNext: () => void;
  onToggleBoxes: () => void;
  onDelete: (id: string) => void;
}

export function useDetailKeys({ id, onPrevious, onNext, onToggleBoxes, onDelete }: DetailKeys) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'ArrowLeft') onPrevious();
      else if (event.key === 'ArrowRight') onNext();
      else if (event.key.toLowerCase() === 'b') onToggleBoxes();
      else if (event.key === 'Delete') onDelete(id);
    },
  };
}
