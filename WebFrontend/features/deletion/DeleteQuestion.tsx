import { Dialog } from '@/ui/Dialog';
import { strings } from '@/lib/strings';
import { closeQuestion, scheduleDeletion } from './queue';

const words = strings.deletion;

/** A key is pressed more easily by mistake than a button: it asks. */
export default function DeleteQuestion({ id }: { id: string }) {
  const confirm = () => {
    closeQuestion();
    scheduleDeletion(id);
  };

  return (
    <Dialog
      label={words.ask}
      onClose={closeQuestion}
      className="m-auto w-80 max-w-[calc(100vw-2rem)] rounded-2xl p-5 glass"
    >
      <h2 className="text-base font-semibold">{words.ask}</h2>
      <p className="mt-1 text-sm text-muted">{words.askBody}</p>
      {/* A dialog gives the focus to what comes first. */}
      <div className="mt-4 flex gap-2">
        <button type="button" className="control control-solid" onClick={confirm}>
          {words.confirm}
        </button>
        <button type="button" className="control control-quiet" onClick={closeQuestion}>
          {words.keep}
        </button>
      </div>
    </Dialog>
  );
}
