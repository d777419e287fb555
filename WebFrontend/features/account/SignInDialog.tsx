import type { Session } from '@/lib/session/session';
import { account as words } from '@/lib/strings.account';
import { Dialog } from '@/ui/Dialog';
import { useSignIn } from './useSignIn';

/** Something was refused for want of a session, and waits. */
export function SignInDialog({ session }: { session: Session }) {
  const { hasFailed, signIn } = useSignIn(session);

  return (
    <Dialog
      label={words.ask}
      onClose={session.decline}
      className="m-auto w-96 max-w-[calc(100vw-2rem)] rounded-2xl p-5 glass"
    >
      <h2 className="text-base font-semibold">{words.ask}</h2>
      <p className="mt-1 text-sm text-muted" role="status">
        {hasFailed ? words.failed : words.askBody}
      </p>
      <div className="mt-4 flex gap-2">
        <button type="button" className="control control-solid" onClick={signIn}>
          {words.signIn}
        </button>
        <button type="button" className="control control-quiet" onClick={session.decline}>
          {words.decline}
        </button>
      </div>
    </Dialog>
  );
}
