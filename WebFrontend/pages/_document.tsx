import { Head, Html, Main, NextScript } from 'next/document';
import { strings } from '@/lib/strings';

export default function Document() {
  return (
    <Html lang="en" data-theme="dark">
      <Head>
        <meta name="description" content={strings.description} />
        <meta name="color-scheme" content="dark light" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* Before the first paint, and a file of its own: the policy allows no inline script. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/theme.js" />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
