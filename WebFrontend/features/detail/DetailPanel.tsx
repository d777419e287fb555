import type { ImageDetail } from '@/lib/api/types';
import { isFinal, reasonOf, titleOf, type Photo } from '@/lib/photo';
import { detail as words } from '@/lib/strings.detail';
import { DetailActions } from './DetailActions';
import { Facts } from './Facts';
import { LabelList } from './LabelList';
import { RetryButton } from './RetryButton';

interface DetailPanelProps {
  photo: Photo | undefined;
  detail: ImageDetail | undefined;
  isLoading: boolean;
  highlighted: string | null;
  onHighlight: (name: string | null) => void;
  onDelete: (id: string) => void;
}

export function DetailPanel({ photo, detail, isLoading, highlighted, onHighlight, onDelete }: DetailPanelProps) {
  return (
    <div className="detail-panel flex flex-col gap-6 p-5 lg:p-6" aria-busy={isLoading}>
      {photo && (
        <header>
          <h2 className="text-lg font-semibold text-balance">{titleOf(photo)}</h2>
          {titleOf(photo) !== photo.fileName && (
            <p className="truncate text-sm text-muted" title={photo.fileName}>
              {photo.fileName}
            </p>
          )}
        </header>
      )}
      {photo && !isFinal(photo) && (
        <p role="status" className="text-sm text-muted">
          {photo.status === 'pending' ? words.pending : words.scanning}
        </p>
      )}
      {photo && (photo.status === 'failed' || photo.status === 'rejected') && (
        <div className="rounded-lg border border-warn/60 p-4 text-sm" role="status">
          <p>{photo.status === 'failed' && !photo.mine ? words.failedForOthers : reasonOf(photo)}</p>
          {photo.status === 'failed' && photo.mine && <RetryButton id={photo.id} />}
        </div>
      )}
      {detail?.status === 'ready' && (
        <LabelList labels={detail.labels} highlighted={highlighted} onHighlight={onHighlight} />
      )}
      {!detail && isLoading && <PanelSkeleton />}
      {detail && <Facts detail={detail} />}
      {photo?.mine && <p className="text-sm text-muted">{words.mine}</p>}

      {photo && <DetailActions id={photo.id} isMine={photo.mine ?? false} onDelete={onDelete} />}
    </div>
  );
}

function PanelSkeleton() {
  return (
    <div className="space-y-3">
      <span className="sr-only">{words.loading}</span>
      {[80, 65, 70, 40].map((width) => (
        <div key={width} className="h-9 rounded-lg bg-raised" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
