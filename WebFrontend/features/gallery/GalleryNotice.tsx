import { clearFilter } from '@/features/filter/setFilter';
import { Logo } from '@/features/shell/Logo';
import { openPicker } from '@/features/upload/UploadButton';
import { uploadSample } from '@/features/upload/sample';
import { strings } from '@/lib/strings';

const words = strings.gallery;

function Empty() {
  return (
    <section className="notice">
      <Logo size={56} />
      <h2 className="max-w-md text-xl font-semibold text-balance">{words.emptyTitle}</h2>
      <div className="flex flex-wrap justify-center gap-2">
        <button type="button" className="control control-solid" onClick={openPicker}>
          {strings.upload.choose}
        </button>
        <button type="button" className="control control-outline" onClick={() => void uploadSample()}>
          {words.emptySample}
        </button>
      </div>
      <p className="text-sm text-muted">{strings.upload.limits}</p>
    </section>
  );
}

function NoMatch({ labels }: { labels: readonly string[] }) {
  return (
    <section className="notice" role="status">
      <h2 className="text-xl font-semibold text-balance">{words.noMatchTitle(labels.join(' and '))}</h2>
      <button type="button" className="control control-outline" onClick={clearFilter}>
        {words.clearFilter}
      </button>
    </section>
  );
}

function Refused() {
  return (
    <section className="notice" role="status">
      <h2 className="text-xl font-semibold text-balance">{words.refusedTitle}</h2>
      <button type="button" className="control control-outline" onClick={clearFilter}>
        {words.clearFilter}
      </button>
    </section>
  );
}

function Down({ onRetry }: { onRetry: () => void }) {
  return (
    <section className="notice">
      <h2 className="text-xl font-semibold text-balance">{strings.status.downTitle}</h2>
      <p className="text-muted">{strings.status.downBody}</p>
      <button type="button" className="control control-outline" onClick={onRetry}>
        {strings.status.tryNow}
      </button>
    </section>
  );
}

/** What stands where pictures would be. */
export const GalleryNotice = { Empty, NoMatch, Refused, Down };
