import { RotateCcw, X } from 'lucide-react';
import { memo } from 'react';
import { PhotoLink } from '@/ui/photo/PhotoLink';
import { IconButton } from '@/ui/IconButton';
import { formatBytes } from '@/lib/format';
import { strings } from '@/lib/strings';
import { openPicker } from './FileInput';
import { isOver, isTrouble, type Upload } from './upload';
import { uploads } from './queue';
import { problemOf } from './outcome';

const words = strings.upload;

function stateOf(upload: Upload): string {
  switch (upload.phase) {
    case 'uploading':
      return words.sending(formatBytes(upload.sentBytes), formatBytes(upload.file.size));
    case 'waiting':
      return upload.image?.status === 'processing' ? words.processing : words.pending;
    case 'queued':
    case 'hashing':
    case 'ready':
    case 'known':
      return words[upload.phase];
    default:
      return problemOf(upload);
  }
}

export const UploadRow = memo(function UploadRow({ upload }: { upload: Upload }) {
  const { file, key, name, phase } = upload;
  const canRetry = phase === 'failed' || phase === 'interrupted';

  return (
    <li className="flex items-center gap-3 py-1.5 pr-1.5 pl-3">
      <Thumbnail upload={upload} />
      <div className="min-w-0 grow">
        <p className="truncate text-sm font-medium">{name}</p>
        <p className={`text-xs tabular ${isTrouble(upload) ? 'text-warn' : 'text-muted'}`}>{stateOf(upload)}</p>
        {phase === 'uploading' && (
          <progress
            className="upload-progress"
            value={upload.sentBytes}
            max={file.size}
            aria-label={words.progressOf(name)}
          />
        )}
      </div>
      {(phase === 'known' || phase === 'ready') && upload.image && (
        <PhotoLink id={upload.image.id} className="control control-quiet" aria-label={words.showOne(name)}>
          {words.show}
        </PhotoLink>
      )}
      {(phase === 'refused' || phase === 'rejected') && (
        <button type="button" className="control shrink-0 control-quiet" onClick={openPicker}>
          {words.chooseAnother}
        </button>
      )}
      {canRetry && <IconButton icon={RotateCcw} label={words.retryOne(name)} onClick={() => void uploads.retry(key)} />}
      <IconButton
        icon={X}
        label={isOver(upload) ? words.dismissOne(name) : words.cancelOne(name)}
        onClick={() => uploads.dismiss(key)}
      />
    </li>
  );
});

function Thumbnail({ upload: { preview } }: { upload: Upload }) {
  return (
    <span className="size-10 shrink-0 overflow-hidden rounded bg-raised">
      {preview && <img src={preview.url} alt="" className="appear size-full object-cover" />}
    </span>
  );
}
