import { ImagePlus } from 'lucide-react';
import { openPicker } from './FileInput';
import { strings } from '@/lib/strings';

/** The drop target that is always there. */
export function DropStrip() {
  return (
    <button type="button" className="drop-strip" onClick={openPicker}>
      <ImagePlus size={20} strokeWidth={1.5} aria-hidden className="shrink-0" />
      <span>
        {strings.upload.hint} <span className="max-sm:hidden">{strings.upload.limits}</span>
      </span>
    </button>
  );
}
