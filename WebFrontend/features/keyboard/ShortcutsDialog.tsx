import { X } from 'lucide-react';
import { Dialog } from '@/ui/Dialog';
import { IconButton } from '@/ui/IconButton';
import { keys } from './keys';
import { strings } from '@/lib/strings';

const words = strings.keys;

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      label={words.title}
      onClose={onClose}
      className="m-auto w-[28rem] max-w-[calc(100vw-2rem)] rounded-2xl p-5 glass"
    >
      <div className="mb-3 flex items-center justify-between">
        <h2 className="text-lg font-semibold">{words.title}</h2>
        <IconButton icon={X} label={strings.close} onClick={onClose} />
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5 text-sm">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt className="font-mono">{key}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
