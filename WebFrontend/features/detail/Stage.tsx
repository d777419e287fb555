import { boxesOf } from '@/ui/photo/boxes';
import { BoxTags } from '@/ui/photo/BoxTags';
import { ObjectBoxes } from '@/ui/photo/ObjectBoxes';
import { ScanOverlay } from '@/ui/photo/ScanOverlay';
import { Picture } from '@/ui/photo/Picture';
import type { ImageDetail } from '@/lib/api/types';
import { aspectRatio, describe, isFinal, type Photo } from '@/lib/photo';

interface StageProps {
  photo: Photo;
  detail: ImageDetail | undefined;
  hasBoxes: boolean;
  highlighted: string | null;
}

/** The picture as large as there is room, never cropped; what the gallery has loaded of it stands in until it is sharp. */
export function Stage({ photo, detail, hasBoxes, highlighted }: StageProps) {
  const ratio = aspectRatio(photo);
  const preview = detail?.preview;
  const boxes = detail && hasBoxes ? boxesOf(detail.labels) : [];
  const largest = preview ?? photo.thumbnails.at(-1);

  return (
    <div className="@container-size absolute inset-0 grid place-items-center overflow-hidden p-0 lg:inset-4">
      <div
        key={photo.id}
        className="photo-frame stage-picture relative"
        style={{
          aspectRatio: ratio,
          width: `min(100cqw, calc(100cqh * ${ratio}))`,
          maxWidth: largest ? `${Math.max(largest.width, 320)}px` : undefined,
          backgroundColor: photo.color ?? undefined,
        }}
      >
        <Picture photo={photo} sizes="300px" />
        {preview && (
          <img
            src={preview.url}
            alt={describe(photo)}
            decoding="async"
            className="fade-in-when-loaded absolute inset-0 size-full object-cover"
            ref={(image) => {
              if (image?.complete) image.dataset['loaded'] = '';
            }}
            onLoad={({ currentTarget }) => {
              currentTarget.dataset['loaded'] = '';
            }}
          />
        )}
        {!isFinal(photo) && <ScanOverlay isDone={false} />}
        {boxes.length > 0 && (
          <>
            <ObjectBoxes boxes={boxes} width={1000} height={1000 / ratio} highlighted={highlighted} />
            <BoxTags boxes={boxes} highlighted={highlighted} />
          </>
        )}
      </div>
    </div>
  );
}
