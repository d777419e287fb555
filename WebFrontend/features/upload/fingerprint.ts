import { ApiError } from '@/lib/api/client';
import type { Preview } from './upload';

export interface FingerprintRequest {
  id: number;
  task: 'hash' | 'preview';
  file: File;
}

export type FingerprintAnswer = { id: number; value: unknown; error?: undefined } | { id: number; error: string };

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Hashes and shrinks files in one worker, away from the page's own thread. */
export class Fingerprint {
  private readonly pending = new Map<number, Pending>();
  private worker: Worker | undefined;
  private count = 0;

  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash = (file: File): Promise<string> => this.ask('hash', file) as Promise<string>;

  /** A small local picture, and the size of the whole one. */
  readonly preview = async (file: File): Promise<Preview> => {
    const { blob, width, height } = (await this.ask('preview', file)) as { blob: Blob; width: number; height: number };
    return { url: URL.createObjectURL(blob), width, height };
  };

  private ask(task: FingerprintRequest['task'], file: File): Promise<unknown> {
    this.count += 1;
    const request: FingerprintRequest = { id: this.count, task, file };
    const answer = new Promise<unknown>((resolve, reject) => this.pending.set(request.id, { resolve, reject }));
    this.worker ??= this.start();
    this.worker.postMessage(request);
    return answer;
  }

  private start(): Worker {
    const worker = new Worker(new URL('./fingerprint.worker.ts', import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<FingerprintAnswer>) => {
      const pending = this.pending.get(data.id);
      this.pending.delete(data.id);
      if (data.error === undefined) pending?.resolve(data.value);
      else pending?.reject(new Error(data.error));
    };
    // What goes wrong with a file comes as an answer; this is the worker's own script, which could not be fetched.
    worker.onerror = () => {
      this.pending.forEach(({ reject }) => reject(new ApiError(0, 'unreachable', 'The worker did not start.')));
      this.pending.clear();
      this.worker = undefined;
    };
    return worker;
  }
}
