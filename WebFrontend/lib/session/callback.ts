import { UserManager } from 'oidc-client-ts';

/** Hands what the issuer has answered to the page that waits for it, and closes this window. */
export const handOver = (): Promise<void> =>
  new UserManager({ authority: location.origin, client_id: '', redirect_uri: '' }).signinPopupCallback();
