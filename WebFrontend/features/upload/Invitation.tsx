import { strings } from '@/lib/strings';
import { Logo } from '@/ui/Logo';
import { openPicker } from './FileInput';
import { uploadSample } from './sample';

/** What stands where pictures would be while there is none. */
export function Invitation() {
  return (
    <section className="notice">
      <Logo size={56} />
      <h2 className="max-w-md text-xl font-semibold text-balance">{strings.gallery.emptyTitle}</h2>
      <div className="flex flex-wrap justify-center gap-2">
        <button type="button" className="control control-solid" onClick={openPicker}>
          {strings.upload.choose}
        </button>
        <button type="button" className="control control-outline" onClick={() => void uploadSample()}>
          {strings.gallery.emptySample}
        </button>
      </div>
      <p className="text-sm text-muted">{strings.upload.limits}</p>
    </section>
  );
}
