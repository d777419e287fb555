import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { Observable } from '@/lib/observable';
import { issuerOf } from './link';

export interface Visitor {
  id: string;
  name: string;
}

/**
 * Who has signed in, by Authorization Code with PKCE in a window of its own: the page stays, and its uploads with it. Tokens are in the
 * tab's session storage, so that a page that is loaded again asks nobody again: a hidden frame could not find out instead, because
 * browsers keep the issuer's cookies from it. They are renewed by the refresh token, where the issuer gives one.
 */
export class Session extends Observable<Visitor | null> {
  /** Whether something waits for the visitor to sign in. */
  readonly isAsked = new Observable(false);

  private token: string | undefined;
  private renewal: Promise<boolean> | undefined;
  private popup = new AbortController();
  private answer: ((signedIn: boolean) => void) | undefined;

  private constructor(
    private readonly users: UserManager,
    private readonly scope: string,
  ) {
    super(null);
    users.events.addUserLoaded(({ access_token, profile }) => {
      this.token = access_token;
      this.set({ id: profile.sub, name: profile.name ?? profile.preferred_username ?? profile.email ?? profile.sub });
      this.answer?.(true);
    });
    users.events.addUserUnloaded(() => {
      this.token = undefined;
      this.set(null);
    });
    users.events.addAccessTokenExpiring(() => void this.renew());
  }

  /** As it was before the page was loaded again. */
  static async restore(link: string): Promise<Session> {
    const { authority, clientId, audience } = issuerOf(link);
    const users = new UserManager({
      authority,
      client_id: clientId,
      // Who asks for a token for somebody else than itself says for whom (RFC 8707).
      ...(audience !== clientId && { resource: audience }),
      redirect_uri: `${location.origin}/signed-in`,
      post_logout_redirect_uri: `${location.origin}/`,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: false,
    });
    const known = await users.metadataService.getMetadata().then(
      (metadata) => metadata.scopes_supported,
      () => undefined,
    );
    const session = new Session(
      users,
      known?.includes('offline_access') ? 'openid profile offline_access' : 'openid profile',
    );
    await users.getUser(true);
    return session;
  }

  readonly bearer = (): string | undefined => this.token;

  /** Opens the issuer's page. In a click's own turn, or browsers take the window for an advertisement. */
  readonly signIn = async (): Promise<void> => {
    // One that the visitor has closed would be waited for in vain.
    this.popup.abort();
    const popup = (this.popup = new AbortController());
    try {
      await this.users.signinPopup({ scope: this.scope, popupSignal: popup.signal });
    } catch (error) {
      if (!popup.signal.aborted) throw error;
    }
  };

  /** Here, and at the issuer's if it has a page for that. */
  readonly signOut = async (): Promise<void> => {
    const { end_session_endpoint: page } = await this.users.metadataService.getMetadata();
    await (page ? this.users.signoutRedirect() : this.users.removeUser());
  };

  /** The visitor doesn't sign in: what waited for it fails. */
  readonly decline = (): void => this.answer?.(false);

  /** Resolves with whether there is a token other than the one that was refused. All that wait are answered by one sign-in. */
  async require(refused: string | undefined): Promise<boolean> {
    if (this.token !== refused) return true;
    this.renewal ??= this.renew()
      .then((renewed) => renewed || this.ask())
      .finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async renew(): Promise<boolean> {
    const user = await this.users.getUser();
    return (
      user?.refresh_token !== undefined &&
      this.users.signinSilent().then(
        () => true,
        () => false,
      )
    );
  }

  private async ask(): Promise<boolean> {
    await this.users.removeUser();
    this.isAsked.set(true);
    const signedIn = await new Promise<boolean>((resolve) => (this.answer = resolve));
    this.isAsked.set(false);
    return signedIn;
  }
}
