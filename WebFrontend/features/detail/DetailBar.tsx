import { ChevronLeft, ChevronRight, Scan, X } from 'lucide-react';
import { IconButton } from '@/ui/IconButton';
import { strings } from '@/lib/strings';
import { detail as words } from '@/lib/strings.detail';

interface DetailBarProps {
  hasBoxes: boolean;
  canShowBoxes: boolean;
  onToggleBoxes: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** The controls that float over the picture: on phones where the thumb is, and no tag of a box. */
export function DetailBar({ hasBoxes, canShowBoxes, onToggleBoxes, onPrevious, onNext, onClose }: DetailBarProps) {
  return (
    <div className="absolute bottom-3 left-3 flex items-center rounded-xl p-1 glass lg:top-3 lg:bottom-auto">
      <IconButton icon={X} label={strings.close} onClick={onClose} />
      <IconButton icon={ChevronLeft} label={words.previous} onClick={onPrevious} disabled={!onPrevious} />
      <IconButton icon={ChevronRight} label={words.next} onClick={onNext} disabled={!onNext} />
      {canShowBoxes && (
        <button
          type="button"
          className="control control-quiet aria-pressed:text-signal"
          aria-pressed={hasBoxes}
          title={hasBoxes ? words.hideBoxes : words.showBoxes}
          onClick={onToggleBoxes}
        >
          <Scan size={18} strokeWidth={1.5} aria-hidden />
          {words.boxes}
        </button>
      )}
    </div>
  );
}
