import { useMemo } from 'react';
import { isShown, type Upload } from './upload';
import { uploads } from './queue';
import { useObservable } from '@/lib/useObservable';

export interface Fresh {
  id: string;
  upload: Upload;
  width: number;
  height: number;
}

function fits({ image }: Upload, labels: readonly string[]): boolean {
  const names = image?.labels.map(({ name }) => name.toLowerCase()) ?? [];
  return labels.every((label) => names.includes(label.toLowerCase()));
}

/** What this visitor added, each picture once, as far as it fits the filter. */
export function useFresh(labels: readonly string[]): Fresh[] {
  const entries = useObservable(uploads);

  return useMemo(() => {
    const byId = new Map<string, Fresh>();
    for (const upload of entries) {
      const { image, preview } = upload;
      if (!image || !preview || byId.has(image.id) || !isShown(upload) || !fits(upload, labels)) continue;
      byId.set(image.id, { id: image.id, upload, width: preview.width, height: preview.height });
    }
    return [...byId.values()];
  }, [entries, labels]);
}
