import type { ImageDetail, ImageSummary } from '@/lib/api/types';

/**
 * Where a file is on its way through this page. `waiting` means: the bytes are in the storage, the API has the word.
 * `known`, `ready`, `rejected` and `failed` repeat what the API reported; `refused` and `interrupted` happened before that.
 */
export type Phase =
  | 'queued'
  | 'hashing'
  | 'uploading'
  | 'waiting'
  | 'ready'
  | 'known'
  | 'rejected'
  | 'failed'
  | 'refused'
  | 'interrupted';

export interface Preview {
  url: string;
  width: number;
  height: number;
}

export interface Upload {
  readonly key: string;
  readonly file: File;
  /** The file's name as it is shown and sent. */
  readonly name: string;
  readonly contentType: string;
  readonly phase: Phase;
  readonly sentBytes: number;
  readonly isDismissed: boolean;
  readonly preview?: Preview | undefined;
  readonly image?: ImageSummary | ImageDetail | undefined;
  /** A key of `strings.reasons`. */
  readonly problem?: string | undefined;
  /** When new pictures are taken again, of one that came too late for the day. */
  readonly opensAt?: string | undefined;
}

const endings: readonly Phase[] = ['ready', 'known', 'rejected', 'failed', 'refused', 'interrupted'];
const beforeTheStorage: readonly Phase[] = ['queued', 'hashing', 'uploading'];

export const isOver = (upload: Upload): boolean => endings.includes(upload.phase);
export const isInFlight = (upload: Upload): boolean => beforeTheStorage.includes(upload.phase);
export const isTrouble = (upload: Upload): boolean =>
  upload.phase === 'rejected' ||
  upload.phase === 'failed' ||
  upload.phase === 'refused' ||
  upload.phase === 'interrupted';

/** Whether the picture has a place in the gallery: it was accepted by the API, and its size is known. */
export const isShown = (upload: Upload): boolean =>
  upload.image !== undefined && upload.preview !== undefined && upload.phase !== 'rejected';

export const phaseOf = (image: ImageSummary): Phase =>
  image.status === 'pending' || image.status === 'processing' ? 'waiting' : image.status;
