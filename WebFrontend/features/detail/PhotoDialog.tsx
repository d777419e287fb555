import { useQuery } from '@tanstack/react-query';
import Head from 'next/head';
import { useState } from 'react';
import { Dialog } from '@/ui/Dialog';
import { isNotFound } from '@/lib/api/client';
import { imageQuery } from '@/lib/api/queries';
import type { ImageSummary } from '@/lib/api/types';
import { aspectRatio, titleOf } from '@/lib/photo';
import { strings } from '@/lib/strings';
import { detail as words } from '@/lib/strings.detail';
import { DetailPanel } from './DetailPanel';
import { DetailBar } from './DetailBar';
import { PhotoMissing, PhotoUnreachable } from './PhotoMissing';
import { Stage } from './Stage';
import { closePhoto, showPhoto } from '@/lib/openPhoto';
import { useDetailKeys } from './useDetailKeys';
import { useSwipe } from './useSwipe';

interface PhotoDialogProps {
  id: string;
  /** What the gallery knows already. */
  summary: ImageSummary | undefined;
  previousId: string | undefined;
  nextId: string | undefined;
  onDelete: (id: string) => void;
  onAskToDelete: (id: string) => void;
}

/** One picture, large, with what the machine saw in it. */
export default function PhotoDialog({ id, summary, previousId, nextId, onDelete, onAskToDelete }: PhotoDialogProps) {
  const { data: detail, error, isPending, refetch } = useQuery(imageQuery(id));
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const [hasBoxes, setHasBoxes] = useState(true);
  const photo = detail ?? summary;
  const isMissing = isNotFound(error);

  const go = (target: string | undefined) => {
    setHighlighted(null);
    if (target) showPhoto(target);
  };
  const swipe = useSwipe({ onLeft: () => go(nextId), onRight: () => go(previousId) });
  const keys = useDetailKeys({
    id,
    onPrevious: () => go(previousId),
    onNext: () => go(nextId),
    onToggleBoxes: () => setHasBoxes((shown) => !shown),
    onDelete: (id) => photo?.mine && onAskToDelete(id),
  });

  return (
    <Dialog label={photo ? titleOf(photo) : words.dialog} onClose={closePhoto} className="detail-dialog">
      <Head>
        <title>{`${photo ? titleOf(photo) : words.dialog} · ${strings.name}`}</title>
      </Head>
      <div className={`detail-layout ${isMissing ? 'detail-layout-missing' : ''}`} {...keys}>
        <div className="detail-stage" style={{ '--ratio': photo ? aspectRatio(photo) : 1.5 }} {...swipe}>
          {photo && <Stage photo={photo} detail={detail} hasBoxes={hasBoxes} highlighted={highlighted} />}
          <DetailBar
            hasBoxes={hasBoxes}
            canShowBoxes={detail?.labels.some(({ instances }) => instances.length > 0) ?? false}
            onToggleBoxes={() => setHasBoxes(!hasBoxes)}
            onPrevious={previousId ? () => go(previousId) : undefined}
            onNext={nextId ? () => go(nextId) : undefined}
            onClose={closePhoto}
          />
        </div>
        {isMissing ? (
          <PhotoMissing />
        ) : error && !detail ? (
          <PhotoUnreachable onRetry={() => void refetch()} />
        ) : (
          <DetailPanel
            photo={photo}
            detail={detail}
            isLoading={isPending}
            highlighted={highlighted}
            onHighlight={setHighlighted}
            onDelete={onDelete}
          />
        )}
      </div>
    </Dialog>
  );
}
