import { useState } from 'react';
import type { Session } from '@/lib/session/session';

/** Opens the issuer's page, and remembers whether that came to nothing. */
export function useSignIn(session: Session) {
  const [hasFailed, setHasFailed] = useState(false);
  const signIn = () => {
    setHasFailed(false);
    session.signIn().catch(() => setHasFailed(true));
  };
  return { hasFailed, signIn };
}
