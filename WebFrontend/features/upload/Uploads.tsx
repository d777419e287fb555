import { DropOverlay } from './DropOverlay';
import { FileInput } from './UploadButton';
import { UploadTray } from './UploadTray';
import { useArrivals } from './useArrivals';
import { useLeaveWarning } from './useLeaveWarning';
import { useOutcomes } from './useOutcomes';

/** Takes files on every page of the site and shows what becomes of them. */
export function Uploads() {
  const isOver = useArrivals();
  useLeaveWarning();
  useOutcomes();

  return (
    <>
      <FileInput />
      {isOver && <DropOverlay />}
      <UploadTray />
    </>
  );
}
