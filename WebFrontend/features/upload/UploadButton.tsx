import { Upload } from 'lucide-react';
import { acceptedTypes } from './inspect';
import { upload } from './uploads';

export const fileInputId = 'choose-photographs';

/** Opens the browser's own picker from anywhere: a button, a tile, a key. */
export const openPicker = (): void => document.getElementById(fileInputId)?.click();

export function FileInput() {
  return (
    <input
      id={fileInputId}
      type="file"
      multiple
      hidden
      accept={acceptedTypes.join(',')}
      onChange={({ currentTarget }) => {
        upload(currentTarget.files ?? []);
        // The same file may be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}

export function UploadButton({ label, compact = false }: { label: string; compact?: boolean }) {
  return (
    <button
      type="button"
      className="control control-solid"
      onClick={openPicker}
      aria-label={compact ? label : undefined}
    >
      <Upload size={18} strokeWidth={1.5} aria-hidden />
      <span className={compact ? 'hidden sm:inline' : ''}>{label}</span>
    </button>
  );
}
