import { CloudOff, ServerOff } from 'lucide-react';
import { strings } from '@/lib/strings';
import { useConnection } from './useConnection';

/** Says once, calmly, that the API can't be reached; goes by itself. */
export function ConnectionBanner() {
  const connection = useConnection();
  const Icon = connection === 'offline' ? CloudOff : ServerOff;

  return (
    <div role="status">
      {connection !== 'fine' && (
        <p className="appear flex min-h-11 items-center gap-3 border-b border-line bg-surface py-2 safe-x text-sm text-warn">
          <Icon size={18} strokeWidth={1.5} aria-hidden className="shrink-0" />
          {strings.status[connection]}
        </p>
      )}
    </div>
  );
}
