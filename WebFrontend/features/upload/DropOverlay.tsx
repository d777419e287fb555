import { ImageDown } from 'lucide-react';
import { strings } from '@/lib/strings';

/** Over the whole page while files hover above it. */
export function DropOverlay() {
  return (
    <div className="appear pointer-events-none fixed inset-0 z-50 bg-canvas/80 p-4">
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-2xl border-2 border-dashed border-ink">
        <ImageDown size={40} strokeWidth={1.5} aria-hidden />
        <p className="text-xl font-semibold">{strings.upload.dropHere}</p>
        <p className="text-muted">{strings.upload.limits}</p>
      </div>
    </div>
  );
}
