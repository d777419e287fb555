import pLimit from 'p-limit';
import { ApiError, isNotFound, isOutage, type Api } from '@/lib/api/client';
import type { ImageDetail, ImageSummary, UploadTicket } from '@/lib/api/types';
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
const shortestPauseMs = 50;
const longestPauseMs = 1_000;
const looksPerQuestion = 16;

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

  constructor(private readonly parts: JourneyParts) {}

  async take(upload: Upload, signal: AbortSignal, report: Report): Promise<void> {
    const image = await this.transfers(() => this.transfer(upload, signal, report));
    if (image) await this.follow(image, signal, report);
  }

  /** Looks until the state is final, each time after another quarter of the wait so far. */
  async follow(known: ImageSummary, signal: AbortSignal, report: Report): Promise<void> {
    for (let looks = 1, waitedMs = 0; ; looks += 1) {
      const pauseMs = Math.min(Math.max(waitedMs / 4, shortestPauseMs), longestPauseMs);
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
      const { image, upload: ticket } = await this.parts.api.createUpload(request, signal);
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

  private send(ticket: UploadTicket, file: File, signal: AbortSignal, report: Report): Promise<PutOutcome> {
    const isStale = Date.parse(ticket.expiresAt) - Date.now() < expiryMarginMs;
    return isStale
      ? Promise.resolve('expired')
      : this.parts.put(ticket, file, signal, (sentBytes) => report({ sentBytes }));
  }
}
