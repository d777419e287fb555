import pLimit from 'p-limit';
import { ApiError, type Api } from '@/lib/api/client';
import type { UploadTicket } from '@/lib/api/types';
import { isFinal } from '@/lib/photo';
import type { Put, PutOutcome } from './put';
import { phaseOf, type Upload } from './upload';

export interface JourneyParts {
  api: Pick<Api, 'createUpload' | 'getImage'>;
  put: Put;
  hash: (file: File) => Promise<string>;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export type Report = (change: Partial<Upload>) => void;

const atATime = 3;
const firstWaitSeconds = 2;
const waitSeconds = 10;
const renewals = 2;
const expiryMarginMs = 5_000;
const shortestPauseMs = 500;
const longestPauseMs = 10_000;

export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The upload was cancelled.', 'AbortError'));
    });
  });

/** What happens to one file, from the visitor's disk to what the API says in the end; at most three files a stage. */
export class Journey {
  private readonly transfers = pLimit(atATime);
  // Long polls hold a connection each, and a browser opens six to an origin.
  private readonly polls = pLimit(atATime);

  constructor(private readonly parts: JourneyParts) {}

  async take(upload: Upload, signal: AbortSignal, report: Report): Promise<void> {
    const id = await this.transfers(() => this.transfer(upload, signal, report));
    if (id) await this.follow(id, signal, report);
  }

  /** Asks until the state is final. An outage is waited out: the picture is safe in the storage. */
  async follow(id: string, signal: AbortSignal, report: Report): Promise<void> {
    for (let pauseMs = shortestPauseMs, wait = firstWaitSeconds; ; wait = waitSeconds) {
      try {
        const image = await this.polls(() => this.parts.api.getImage(id, { wait, signal }));
        report({ phase: phaseOf(image), image });
        if (isFinal(image)) return;
        pauseMs = shortestPauseMs;
      } catch (error) {
        if (!(error instanceof ApiError) || !error.isOutage) throw error;
        await this.parts.pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  /** Answers the id of the image whose end is to be waited for; nothing when the end is known. */
  private async transfer(upload: Upload, signal: AbortSignal, report: Report): Promise<string | undefined> {
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
        return phase === 'waiting' ? image.id : undefined;
      }

      report({ phase: 'uploading', image, sentBytes: 0 });
      const outcome = await this.send(ticket, file, signal, report);
      if (outcome === 'stored') {
        report({ phase: 'waiting', sentBytes: file.size });
        return image.id;
      }
      if (outcome !== 'expired') throw new ApiError(0, outcome, `The storage answered: ${outcome}.`);
    }

    throw new ApiError(403, 'storage-refused', 'The URL was refused although it was renewed.');
  }

  private send(ticket: UploadTicket, file: File, signal: AbortSignal, report: Report): Promise<PutOutcome> {
    const isStale = Date.parse(ticket.expiresAt) - Date.now() < expiryMarginMs;
    return isStale
      ? Promise.resolve('expired')
      : this.parts.put(ticket, file, signal, (sentBytes) => report({ sentBytes }));
  }
}
