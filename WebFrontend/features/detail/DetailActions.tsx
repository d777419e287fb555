import { Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { announce } from '@/lib/announce';
import { detail as words } from '@/lib/strings.detail';
import { photoHref } from '@/lib/urls';
import { closePhoto } from '@/lib/openPhoto';

interface DetailActionsProps {
  id: string;
  /** Only who added it may delete it. */
  isMine: boolean;
  onDelete: (id: string) => void;
}

export function DetailActions({ id, isMine, onDelete }: DetailActionsProps) {
  const [copied, setCopied] = useState<string>();

  const copy = async () => {
    const outcome = await navigator.clipboard.writeText(new URL(photoHref(id), location.href).href).then(
      () => words.copied,
      () => words.copyFailed,
    );
    setCopied(outcome);
    announce(outcome);
  };

  const remove = () => {
    onDelete(id);
    closePhoto();
  };

  return (
    <div className="mt-auto flex flex-wrap gap-2">
      <button type="button" className="control control-outline" onClick={() => void copy()}>
        <Link2 size={18} strokeWidth={1.5} aria-hidden />
        {copied ?? words.copyLink}
      </button>
      {isMine && (
        <button type="button" className="control text-loss control-outline" onClick={remove}>
          <Trash2 size={18} strokeWidth={1.5} aria-hidden />
          {words.delete}
        </button>
      )}
    </div>
  );
}
