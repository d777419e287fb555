/** What the site says where visitors sign in. */
export const account = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  signOutOf: (name: string) => `Sign out ${name}`,
  ask: 'Sign in to go on',
  askBody: 'Only who has signed in may upload and delete here. What you have begun waits for you.',
  decline: 'Not now',
  failed: 'That didn’t work. Does the browser block pop-ups here? Allow them, and try again.',
  signedIn: 'You’re signed in.',
  close: 'You can close this window.',
} as const;
