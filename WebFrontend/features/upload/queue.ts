import { ApiError, type Api, isNotFound } from '@/lib/api/client';
import { shownName } from '@/lib/fileName';
import { Observable } from '@/lib/observable';
import type { Inspection } from './inspect';
import type { Journey } from './journey';
import { isInFlight, isOver, isShown, type Preview, type Upload } from './upload';

export interface QueueParts {
  api: Pick<Api, 'retryImage'>;
  journey: Pick<Journey, 'take' | 'follow'>;
  inspect: (file: File) => Promise<Inspection>;
  preview: (file: File) => Promise<Preview>;
}

/** The files of this visit, newest first, and what may be done with them. */
export class UploadQueue extends Observable<readonly Upload[]> {
  private readonly controllers = new Map<string, AbortController>();
  private readonly images = new Set<string>();
  private count = 0;

  constructor(private readonly parts: QueueParts) {
    super([]);
  }

  get isBusy(): boolean {
    return this.get().some(isInFlight);
  }

  /** Whether the image came from here, even if its entry is gone by now. */
  hasSent(imageId: string): boolean {
    return this.images.has(imageId);
  }

  async add(files: readonly File[]): Promise<void> {
    const entries = await Promise.all(files.map((file) => this.admit(file)));
    this.set([...entries, ...this.get()]);
    entries.filter((entry) => entry.phase === 'queued').forEach((entry) => void this.start(entry));
  }

  /** Out of the list; what has a place in the gallery keeps it, and what is on its way stops. */
  dismiss(key: string): void {
    const upload = this.find(key);
    if (upload && isOver(upload) && isShown(upload)) this.change(key, { isDismissed: true });
    else this.remove(key);
  }

  remove(key: string): void {
    this.controllers.get(key)?.abort();
    this.controllers.delete(key);
    const preview = this.find(key)?.preview;
    if (preview) URL.revokeObjectURL(preview.url);
    this.set(this.get().filter((upload) => upload.key !== key));
  }

  removeImage(imageId: string): void {
    this.get()
      .filter((upload) => upload.image?.id === imageId)
      .forEach((upload) => this.remove(upload.key));
  }

  async retry(key: string): Promise<void> {
    const upload = this.find(key);
    if (upload?.phase === 'failed' && upload.image) {
      const { image } = upload;
      this.change(key, { phase: 'waiting', image: { ...image, status: 'pending', reason: null } });
      await this.guard(key, async (signal) => {
        await this.parts.api.retryImage(image.id);
        await this.parts.journey.follow(image.id, signal, (change) => this.change(key, change));
      });
    } else if (upload?.phase === 'interrupted') {
      await this.start(upload);
    }
  }

  /** What broke for want of a connection goes on when there is one. */
  resume(): void {
    this.get()
      .filter((upload) => upload.phase === 'interrupted' && upload.problem === 'unreachable')
      .forEach((upload) => void this.retry(upload.key));
  }

  private async admit(file: File): Promise<Upload> {
    const { contentType = '', problem } = { contentType: undefined, ...(await this.parts.inspect(file)) };
    this.count += 1;
    return {
      key: `upload-${this.count}`,
      file,
      name: shownName(file.name),
      contentType,
      sentBytes: 0,
      isDismissed: false,
      ...(problem === undefined ? { phase: 'queued' } : { phase: 'refused', problem }),
    };
  }

  private async start(upload: Upload): Promise<void> {
    const { key } = upload;
    this.change(key, { phase: 'queued', problem: undefined, sentBytes: 0 });
    if (!upload.preview) void this.addPreview(upload);
    await this.guard(key, (signal) => this.parts.journey.take(upload, signal, (change) => this.change(key, change)));
  }

  private async guard(key: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    this.controllers.set(key, controller);
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) this.change(key, endOf(error));
    }
  }

  private async addPreview({ key, file }: Upload): Promise<void> {
    // A browser that can't decode the format leaves it to the API to say what is wrong, if anything.
    const preview = await this.parts.preview(file).catch(() => undefined);
    if (preview && this.find(key)) this.change(key, { preview });
    else if (preview) URL.revokeObjectURL(preview.url);
  }

  private find(key: string): Upload | undefined {
    return this.get().find((upload) => upload.key === key);
  }

  private change(key: string, change: Partial<Upload>): void {
    if (change.image) this.images.add(change.image.id);
    this.set(this.get().map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }
}

function endOf(error: unknown): Partial<Upload> {
  if (!(error instanceof ApiError)) return { phase: 'interrupted', problem: 'unreadable' };
  if (isNotFound(error)) return { phase: 'interrupted', problem: 'gone' };
  const isFinal = error.status === 400 || error.status === 413 || error.status === 415;
  return { phase: isFinal ? 'refused' : 'interrupted', problem: error.isOutage ? outageOf(error) : error.code };
}

const outageOf = (error: ApiError): string => (error.code === 'storage-refused' ? error.code : 'unreachable');
