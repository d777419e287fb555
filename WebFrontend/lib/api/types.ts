export type ImageStatus = 'pending' | 'processing' | 'ready' | 'rejected' | 'failed';

export interface Rendition {
  url: string;
  width: number;
  height: number;
  type: string;
}

export interface Label {
  name: string;
  /** Percent, 0 to 100. */
  confidence: number;
}

export interface Instance {
  /** Fractions, 0 to 1, of the upright picture. */
  left: number;
  top: number;
  width: number;
  height: number;
  confidence: number;
}

export interface DetailedLabel extends Label {
  parents: string[];
  categories: string[];
  instances: Instance[];
}

export interface Reason {
  code: string;
  message: string;
}

export interface ImageSummary {
  id: string;
  status: ImageStatus;
  fileName: string;
  contentType: string;
  size: number;
  width?: number | null;
  height?: number | null;
  createdAt: string;
  processedAt?: string | null;
  /** A thumbhash, base64. */
  placeholder?: string | null;
  color?: string | null;
  thumbnails: Rendition[];
  labels: Label[];
  reason?: Reason | null;
}

export interface Timings {
  queuedMs: number;
  processingMs: number;
  labelsMs: number;
}

export interface ImageDetail extends Omit<ImageSummary, 'labels'> {
  sha256: string;
  preview?: Rendition | null;
  labels: DetailedLabel[];
  timings?: Timings | null;
}

export interface ImagePage {
  items: ImageSummary[];
  nextCursor?: string | null;
}

export interface UploadRequest {
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
}

export interface UploadTicket {
  method: string;
  url: string;
  headers: Record<string, string>;
  expiresAt: string;
}

export interface UploadAnswer {
  image: ImageSummary;
  /** Absent when these bytes are already here. */
  upload?: UploadTicket | null;
}

export interface LabelCount {
  name: string;
  count: number;
}

/** Milliseconds; null where there is nothing to tell. */
export interface Percentiles {
  p50Ms: number | null;
  p95Ms: number | null;
}

export interface StateCounts {
  ready: number;
  rejected: number;
  failed: number;
  /** The originals of the ready pictures. */
  bytes: number;
  processing: Percentiles;
}

export interface DayCounts extends StateCounts {
  /** A UTC day, `yyyy-MM-dd`. */
  date: string;
}

export interface Statistics {
  total: StateCounts;
  /** Every day of the range, oldest first. */
  days: DayCounts[];
  topLabels: LabelCount[];
  reasons: { code: string; count: number }[];
}
