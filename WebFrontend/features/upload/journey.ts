import pLimit from 'p-limit';
import { ApiError, dayIsSpent, isNotFound, isOutage, type Api } from '@/lib/api/client';
import type { ImageDetail, ImageSummary, UploadAnswer, UploadRequest, UploadTicket } from '@/lib/api/types';
import type { Put, PutOutcome } from './put';
import { phaseOf, type Upload } from './upload';

export interface JourneyParts {
  api: Pick<Api, 'createUpload' | 'getImage' | 'getOutcome'>;
  put: Put;
  hash: (file: File) => Promise<string>;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export type Report = (change: Partial<Upload>) => void;

const atATime = 3;
const renewals = 2;
const expiryMarginMs = 5_000;
const shortestPauseMs = 40;
const longestPauseMs = 1_000;
const looksPerQuestion = 32;

export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

/** What happens to one file, from the visitor's disk to what the API says in the end; at most three files a stage. */
export class Journey {
  private readonly transfers = pLimit(atATime);
  private refusal: ApiError | undefined;

  constructor(private readonly parts: JourneyParts) {}

  async take(upload: Upload, signal: AbortSignal, report: Report): Promise<void> {
    const image = await this.transfers(() => this.transfer(upload, signal, report));
    if (image) await this.follow(image, signal, report);
  }

  /** Looks until the state is final, each time after another eighth of the wait so far. */
  async follow(known: ImageSummary, signal: AbortSignal, report: Report): Promise<void> {
    for (let looks = 1, waitedMs = 0; ; looks += 1) {
      const pauseMs = Math.min(Math.max(waitedMs / 8, shortestPauseMs), longestPauseMs);
      await this.parts.pause(pauseMs, signal);
      waitedMs += pauseMs;
      const image = await this.look(known, looks % looksPerQuestion > 0, signal);
      const phase = image ? phaseOf(image) : 'waiting';
      if (image) report({ phase, image });
      if (phase !== 'waiting') return;
    }
  }

  /** The outcome, or now and then the word of the API, should the outcome have got lost. An outage is waited out. */
  private async look(
    known: ImageSummary,
    isForOutcome: boolean,
    signal: AbortSignal,
  ): Promise<ImageDetail | undefined> {
    const { getImage, getOutcome } = this.parts.api;
    try {
      const image = await (isForOutcome ? getOutcome : getImage)(known.id, signal);
      const isOfAnEarlierLife = image.createdAt !== known.createdAt || image.processedAt === known.processedAt;
      return isForOutcome && isOfAnEarlierLife ? undefined : image;
    } catch (error) {
      if (!isOutage(error) && !(isForOutcome && isNotFound(error))) throw error;
      return undefined;
    }
  }

  /** Answers the image whose end is to be waited for; nothing when the end is known. */
  private async transfer(upload: Upload, signal: AbortSignal, report: Report): Promise<ImageSummary | undefined> {
    signal.throwIfAborted();
    report({ phase: 'hashing' });
    const { file, name, contentType } = upload;
    const request = { fileName: name, contentType, size: file.size, sha256: await this.parts.hash(file) };

    for (let attempt = 0; attempt <= renewals; attempt += 1) {
      const { image, upload: ticket } = await this.announce(request, signal);
      if (!ticket) {
        // These bytes are here already: nothing to send.
        const phase = phaseOf(image);
        report({ phase: phase === 'ready' ? 'known' : phase, image });
        return phase === 'waiting' ? image : undefined;
      }

      report({ phase: 'uploading', image, sentBytes: 0 });
      const outcome = await this.send(ticket, file, signal, report);
      if (outcome === 'stored') {
        report({ phase: 'waiting', sentBytes: file.size });
        return image;
      }
      if (outcome !== 'expired') throw new ApiError(0, outcome, `The storage answered: ${outcome}.`);
    }

    throw new ApiError(403, 'storage-refused', 'The renewed URL was refused.');
  }

  /** Where too many ask at once it asks later, and when the day is spent not before the next. */
  private async announce(request: UploadRequest, signal: AbortSignal): Promise<UploadAnswer> {
    for (;;) {
      if (this.refusal && Date.now() < this.refusal.retryAt) throw this.refusal;
      try {
        return await this.parts.api.createUpload(request, signal);
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 429) throw error;
        if (error.code === dayIsSpent) this.refusal = error;
        else await this.parts.pause(longestPauseMs, signal);
      }
    }
  }

  private send(ticket: UploadTicket, file: File, signal: AbortSignal, report: Report): Promise<PutOutcome> {
    const isStale = Date.parse(ticket.expiresAt) - Date.now() < expiryMarginMs;
    return isStale
      ? Promise.resolve('expired')
      : this.parts.put(ticket, file, signal, (sentBytes) => report({ sentBytes }));
  }
}
