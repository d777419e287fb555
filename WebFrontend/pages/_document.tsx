import { type DocumentProps, Head as NextHead, Html, Main, NextScript } from 'next/document';
import { firstPagePath } from '@/lib/api/client';
import { strings } from '@/lib/strings';

const galleries = ['/', '/photos/[id]'];

class Head extends NextHead {
  /** The development server names a list in JSON among the scripts: as `nosniff` wants it, browsers refuse that one, and nothing needs it. */
  override getScripts(files: Parameters<NextHead['getScripts']>[0]) {
    return super.getScripts(files).filter(({ key }) => !key?.endsWith('/_clientMiddlewareManifest.js'));
  }
}

export default function Document({ __NEXT_DATA__: { page } }: DocumentProps) {
  return (
    <Html lang="en" data-theme="dark">
      <Head>
        <meta name="description" content={strings.description} />
        <meta name="color-scheme" content="dark light" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* On its way while the scripts are, which would ask for it last. A filter in the address asks for other pictures, and wastes this. */}
        {galleries.includes(page) && <link rel="preload" as="fetch" crossOrigin="anonymous" href={firstPagePath} />}
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
