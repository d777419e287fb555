import { Upload } from 'lucide-react';
import { strings } from '@/lib/strings';
import { openPicker } from './FileInput';

export function UploadButton() {
  return (
    <button type="button" className="control control-solid" onClick={openPicker} aria-label={strings.upload.button}>
      <Upload size={18} strokeWidth={1.5} aria-hidden />
      <span className="hidden sm:inline">{strings.upload.button}</span>
    </button>
  );
}
