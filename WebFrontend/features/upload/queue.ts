import { afterLoad } from '@/lib/afterLoad';
import { announce } from '@/lib/announce';
import { api, type Api, ApiError } from '@/lib/api/client';
import { shownName } from '@/lib/fileName';
import { Observable } from '@/lib/observable';
import { beforeReload } from '@/lib/reload';
import { strings } from '@/lib/strings';
import { inspect, type Inspection } from './inspect';
import type { Journey } from './journey';
import { endOf } from './outcome';
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

  /** Until no file's bytes are on their way: what is in the storage needs this page no more. */
  readonly whenSent = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = this.subscribe(() => settle());
      const settle = () => {
        if (this.isBusy) return;
        stop();
        resolve();
      };
      settle();
    });

  /** Whether the image came from here, even if its entry is gone by now. */
  readonly hasSent = (imageId: string): boolean => this.images.has(imageId);

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

  readonly removeImage = (imageId: string): void =>
    this.get()
      .filter((upload) => upload.image?.id === imageId)
      .forEach((upload) => this.remove(upload.key));

  async retry(key: string): Promise<void> {
    const upload = this.find(key);
    if (upload?.phase === 'failed' && upload.image) {
      const { image } = upload;
      this.change(key, { phase: 'waiting', image: { ...image, status: 'pending', reason: null } });
      await this.guard(key, async (signal) => {
        await this.parts.api.retryImage(image.id);
        await this.parts.journey.follow(image, signal, (change) => this.change(key, change));
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
    this.change(key, { phase: 'queued', problem: undefined, opensAt: undefined, sentBytes: 0 });
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

const sending = afterLoad(() =>
  import('./sending').catch((cause: unknown) => {
    throw new ApiError(0, 'unreachable', String(cause));
  }),
);

/** What this visitor has added since the page was opened. */
export const uploads = new UploadQueue({
  api,
  journey: {
    take: async (...upload) => (await sending()).journey.take(...upload),
    follow: async (...image) => (await sending()).journey.follow(...image),
  },
  inspect,
  preview: async (file) => (await sending()).preview(file),
});

beforeReload(uploads.whenSent);

export function uploadFiles(files: Iterable<File>): void {
  const list = [...files];
  if (list.length === 0) return;
  announce(strings.upload.added(list.length));
  void uploads.add(list);
}
