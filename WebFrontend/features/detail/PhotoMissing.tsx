import { strings } from '@/lib/strings';
import { detail as words } from '@/lib/strings.detail';
import { closePhoto } from '@/lib/openPhoto';

export function PhotoMissing() {
  return (
    <div className="notice gap-3 p-6">
      <h2 className="text-lg font-semibold">{words.notFoundTitle}</h2>
      <p className="text-sm text-muted">{words.notFoundBody}</p>
      <button type="button" className="control control-outline" onClick={closePhoto}>
        {words.backToGallery}
      </button>
    </div>
  );
}

export function PhotoUnreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="detail-panel flex flex-col items-start justify-center gap-3 p-6" role="alert">
      <h2 className="text-lg font-semibold">{strings.status.downTitle}</h2>
      <p className="text-sm text-muted">{strings.status.downBody}</p>
      <button type="button" className="control control-outline" onClick={onRetry}>
        {strings.status.tryNow}
      </button>
    </div>
  );
}
