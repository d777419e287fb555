import { acceptedTypes } from './inspect';
import { uploadFiles } from './queue';

const fileInputId = 'choose-photographs';

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
        uploadFiles(currentTarget.files ?? []);
        // The same file may be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}
