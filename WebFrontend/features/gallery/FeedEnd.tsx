import { isSignedOut } from '@/lib/api/client';
import { strings } from '@/lib/strings';

interface FeedEndProps {
  feed: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown };
  count: number;
  onLoadMore: () => void;
}

const words = strings.gallery;

export function FeedEnd({ feed, count, onLoadMore }: FeedEndProps) {
  return (
    <div className="flex min-h-24 items-center justify-center gap-3 py-6">
      {feed.hasNextPage ? (
        <>
          {feed.isFetchNextPageError && (
            <span className="text-sm text-warn">{isSignedOut(feed.error) ? words.signedOut : strings.status.down}</span>
          )}
          {/* Busy, not disabled: a button that has the focus must not lose it. */}
          <button
            type="button"
            className="control control-outline"
            aria-disabled={feed.isFetchingNextPage}
            onClick={onLoadMore}
          >
            {feed.isFetchingNextPage ? words.loading : words.loadMore}
          </button>
        </>
      ) : (
        <p className="text-sm text-muted tabular">{words.end(count)}</p>
      )}
    </div>
  );
}
