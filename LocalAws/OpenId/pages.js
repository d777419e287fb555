// The pages that a person sees, and who that may be.

/** The people by their subject. */
export const people = new Map([['ada', 'Ada Lovelace'], ['grace', 'Grace Hopper']]);

export const signInPage = uid => page('Who are you?', [...people]
  .map(([sub, name]) => `<form method="post" action="/sign-in/${uid}?as=${sub}"><button>${name}</button></form>`)
  .join(''));

export const signOutPage = form => page('Sign out?', `${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`);

const page = (title, content) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="dark light">
  <link rel="icon" href="data:,">
  <title>${title}</title>
  <style>
    body { min-height: 90vh; display: grid; place-content: center; gap: 0.75rem; text-align: center; font: 1rem/1.6 system-ui, sans-serif; }
    button { width: 100%; padding: 0.75rem 2rem; font: inherit; }
  </style>
  <h1>${title}</h1>
  ${content}
  <p>For development: nobody here has a password.</p>
</html>
`;
