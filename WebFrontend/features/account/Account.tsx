import { LogIn, LogOut } from 'lucide-react';
import type { Session } from '@/lib/session/session';
import { account as words } from '@/lib/strings.account';
import { useObservable } from '@/lib/useObservable';
import { IconButton } from '@/ui/IconButton';
import { SignInDialog } from './SignInDialog';
import { useSignIn } from './useSignIn';

/** Who has signed in, and the way in and out. */
export default function Account({ session }: { session: Session }) {
  const visitor = useObservable(session);
  const isAsked = useObservable(session.isAsked);
  const { signIn } = useSignIn(session);

  return (
    <>
      {visitor ? (
        <>
          <span className="max-w-40 truncate text-sm text-muted max-md:sr-only">{visitor.name}</span>
          <IconButton icon={LogOut} label={words.signOutOf(visitor.name)} onClick={() => void session.signOut()} />
        </>
      ) : (
        <button type="button" className="control control-outline" onClick={signIn} aria-label={words.signIn}>
          <LogIn size={18} strokeWidth={1.5} aria-hidden />
          <span className="hidden sm:inline">{words.signIn}</span>
        </button>
      )}
      {isAsked && <SignInDialog session={session} />}
    </>
  );
}
