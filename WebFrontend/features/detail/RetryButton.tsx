import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { api, isConflict } from '@/lib/api/client';
import { imageQuery } from '@/lib/api/queries';
import { strings } from '@/lib/strings';
import { detail as words } from '@/lib/strings.detail';

export function RetryButton({ id }: { id: string }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => api.retryImage(id),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: imageQuery(id).queryKey }),
        client.invalidateQueries({ queryKey: ['head'] }),
      ]),
  });

  return (
    <div className="mt-3 flex items-center gap-3">
      <button
        type="button"
        className="control control-outline"
        disabled={retry.isPending}
        onClick={() => retry.mutate()}
      >
        <RotateCcw size={18} strokeWidth={1.5} aria-hidden />
        {retry.isPending ? words.retrying : strings.retry}
      </button>
      {retry.isError && (
        <span className="text-warn">{isConflict(retry.error) ? words.originalGone : words.retryFailed}</span>
      )}
    </div>
  );
}
