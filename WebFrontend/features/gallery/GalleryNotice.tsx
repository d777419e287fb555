import { clearFilter } from '@/lib/filter';
import { strings } from '@/lib/strings';
import type { Filter } from '@/lib/urls';

const words = strings.gallery;

function NoMatch({ labels, isMine }: Filter) {
  const names = labels.join(' and ');
  const title = !isMine ? words.noMatchTitle(names) : names ? words.noneOfMineTitle(names) : words.nothingMineTitle;

  return (
    <section className="notice" role="status">
      <h2 className="text-xl font-semibold text-balance">{title}</h2>
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

function SignedOut({ onRetry }: { onRetry: () => void }) {
  return (
    <section className="notice" role="status">
      <h2 className="text-xl font-semibold text-balance">{words.signedOut}</h2>
      <button type="button" className="control control-outline" onClick={onRetry}>
        {strings.retry}
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
export const GalleryNotice = { NoMatch, Refused, SignedOut, Down };
