import type { ImageDetail, ImageSummary, Label } from './api/types';
import { strings } from './strings';

export type Photo = ImageSummary | ImageDetail;

export const isFinal = (photo: Pick<Photo, 'status'>): boolean =>
  photo.status === 'ready' || photo.status === 'rejected' || photo.status === 'failed';

const fallbackRatio = 4 / 3;

export const aspectRatio = (photo: { width?: number | null; height?: number | null }): number =>
  photo.width && photo.height ? photo.width / photo.height : fallbackRatio;

export const byConfidence = <T extends Label>(labels: readonly T[]): T[] =>
  labels.toSorted((a, b) => b.confidence - a.confidence);

/** Alternative text: what the machine saw, never the file name alone. */
export function describe(photo: Photo): string {
  if (photo.status === 'rejected' || photo.status === 'failed')
    return strings.alt.unfinished(photo.fileName, shortReasonOf(photo));
  if (photo.status !== 'ready') return photo.status === 'pending' ? strings.alt.waiting : strings.alt.scanning;
  const names = byConfidence(photo.labels)
    .slice(0, 4)
    .map((label) => label.name.toLowerCase());
  return names.length > 0 ? strings.alt.labelled(names.join(', ')) : strings.alt.unlabelled;
}

/** A short heading: the surest labels. */
export const titleOf = (photo: Photo): string => {
  const names = byConfidence(photo.labels)
    .slice(0, 3)
    .map((label) => label.name);
  return names.length > 0 ? names.join(', ') : photo.fileName;
};

const plainReasons = strings.reasons as Record<string, string>;

const shortReasons = strings.shortReasons as Record<string, string>;

/** Why there is no picture, in a word or two. */
export const shortReasonOf = (photo: Photo): string =>
  shortReasons[photo.reason?.code ?? ''] ?? shortReasons['processing-failed'] ?? '';

export const reasonOf = (photo: Photo): string =>
  plainReasons[photo.reason?.code ?? ''] ?? photo.reason?.message ?? strings.reasons['processing-failed'];
