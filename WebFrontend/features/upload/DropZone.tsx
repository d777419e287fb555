import { DropOverlay } from './DropOverlay';
import { FileInput } from './FileInput';
import { useArrivals } from './useArrivals';
import { useLeaveWarning } from './useLeaveWarning';
import { useOutcomes } from './useOutcomes';

/** Takes files on every page of the site, however they come, and tells what became of them. */
export function DropZone() {
  const isOver = useArrivals();
  useLeaveWarning();
  useOutcomes();

  return (
    <>
      <FileInput />
      {isOver && <DropOverlay />}
    </>
  );
}
