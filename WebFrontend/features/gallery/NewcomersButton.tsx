import { ArrowUp } from 'lucide-react';
import { strings } from '@/lib/strings';

export function NewcomersButton({ count, onShow }: { count: number; onShow: () => void }) {
  const show = () => {
    window.scrollTo({ top: 0 });
    onShow();
  };

  return (
    <div className="pointer-events-none sticky top-17 z-10 flex justify-center">
      <button
        type="button"
        className="rise pointer-events-auto mb-3 control rounded-full px-4 control-solid tabular shadow-lg"
        aria-label={strings.gallery.showNewLabel(count)}
        onClick={show}
      >
        <ArrowUp size={16} strokeWidth={1.5} aria-hidden />
        {strings.gallery.showNew(count)}
      </button>
    </div>
  );
}
