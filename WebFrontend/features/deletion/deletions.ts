import { without } from '@/features/gallery/feed';
import { uploads } from '@/features/upload/uploads';
import { api } from '@/lib/api/client';
import { type Feed, queryClient } from '@/lib/api/queries';
import type { ImagePage } from '@/lib/api/types';
import { Observable } from '@/lib/observable';
import { Deletions } from './deletion';

export const hasFailed = new Observable(false);

export const deletions = new Deletions({
  remove: (id, options) => api.deleteImage(id, options),
  onDeleted: (id) => {
    uploads.removeImage(id);
    queryClient.setQueriesData<Feed>({ queryKey: ['feed'] }, (feed) => feed && without(feed, id));
    queryClient.setQueriesData<ImagePage>(
      { queryKey: ['head'] },
      (head) => head && { ...head, items: head.items.filter((item) => item.id !== id) },
    );
    queryClient.removeQueries({ queryKey: ['image', id] });
    void queryClient.invalidateQueries({ queryKey: ['labels'] });
    void queryClient.invalidateQueries({ queryKey: ['stats'] });
  },
  onFailed: () => hasFailed.set(true),
});

export function scheduleDeletion(id: string): void {
  hasFailed.set(false);
  deletions.schedule(id);
}
