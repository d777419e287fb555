import { api } from '@/lib/api/client';
import { forget } from '@/lib/api/feed';
import { Observable } from '@/lib/observable';

export const undoWindowMs = 6_000;

export interface DeletionParts {
  remove: (id: string, options: { keepalive?: boolean }) => Promise<unknown>;
  onFailed: (id: string) => void;
}

/** Pictures that are gone for the visitor and not yet for the API: the deletion is sent when the undo window closes. */
export class DeletionQueue extends Observable<ReadonlySet<string>> {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly forgetters = new Set<(id: string) => void>();

  constructor(private readonly parts: DeletionParts) {
    super(new Set());
  }

  /** Those that can still be undone. */
  readonly undoable = new Observable<readonly string[]>([]);

  /** Calls back when the API has deleted a picture. Returns how to stop that. */
  onDeleted(forget: (id: string) => void): () => void {
    this.forgetters.add(forget);
    return () => this.forgetters.delete(forget);
  }

  schedule(id: string): void {
    if (this.get().has(id)) return;
    this.set(new Set([...this.get(), id]));
    this.timers.set(
      id,
      setTimeout(() => void this.commit(id), undoWindowMs),
    );
    this.tellUndoable();
  }

  undo(): void {
    const restored = [...this.timers.keys()];
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
    this.set(new Set([...this.get()].filter((id) => !restored.includes(id))));
    this.tellUndoable();
  }

  /** The page is going: what was asked for is sent now. */
  flush(): void {
    [...this.timers.keys()].forEach((id) => void this.commit(id, { keepalive: true }));
  }

  private async commit(id: string, options: { keepalive?: boolean } = {}): Promise<void> {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.tellUndoable();
    try {
      await this.parts.remove(id, options);
      this.forgetters.forEach((forget) => forget(id));
    } catch {
      this.parts.onFailed(id);
    } finally {
      this.set(new Set([...this.get()].filter((other) => other !== id)));
    }
  }

  private tellUndoable(): void {
    this.undoable.set([...this.timers.keys()]);
  }
}

export const hasFailed = new Observable(false);

export const deletions = new DeletionQueue({
  remove: (id, options) => api.deleteImage(id, options),
  onFailed: () => hasFailed.set(true),
});

deletions.onDeleted(forget);

export function scheduleDeletion(id: string): void {
  hasFailed.set(false);
  deletions.schedule(id);
}

/** The picture that the question "Delete?" is about. */
export const deletionQuestion = new Observable<string | null>(null);
export const askToDelete = (id: string): void => deletionQuestion.set(id);
export const closeQuestion = (): void => deletionQuestion.set(null);
