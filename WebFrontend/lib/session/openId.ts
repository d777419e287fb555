import { Observable } from '@/lib/observable';
import type { Session } from './session';

const relation = 'rel="http://openid.net/specs/connect/1.0/issuer"';

/** Who has signed in to this page; null where nobody has to, as far as is known. */
export const session = new Observable<Session | null>(null);

let restored: Promise<Session> | undefined;

/** Every answer of the API names the issuer in its Link, where there is one: what signing in needs is loaded then, and never otherwise. */
export function learn(response: Response): void {
  const link = response.headers.get('link');
  if (restored || !link?.includes(relation)) return;
  restored = import('./session').then(({ Session }) => Session.restore(link));
  restored.then(session.set, () => (restored = undefined));
}

/** After a request was refused with this token, or for want of one: whether there is another to repeat it with. */
export const signedIn = async (refused: string | undefined): Promise<boolean> =>
  (await (await restored)?.require(refused)) ?? false;
