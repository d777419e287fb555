import { QueryClientProvider } from '@tanstack/react-query';
import { Keyboard } from 'lucide-react';
import type { AppProps } from 'next/app';
import localFont from 'next/font/local';
import { lazy, type ReactNode, useEffect } from 'react';
import { DeletionToast } from '@/features/deletion/DeletionToast';
import { closeQuestion, deletionQuestion, deletions } from '@/features/deletion/queue';
import { useShortcuts } from '@/features/keyboard/useShortcuts';
import { ConnectionBanner } from '@/features/status/ConnectionBanner';
import { ThemeButton } from '@/features/theme/ThemeButton';
import { DropZone } from '@/features/upload/DropZone';
import { openPicker } from '@/features/upload/FileInput';
import { uploads } from '@/features/upload/queue';
import { UploadButton } from '@/features/upload/UploadButton';
import { afterLoad } from '@/lib/afterLoad';
import { queryClient } from '@/lib/api/queries';
import { focusFilter } from '@/lib/filter';
import { Observable } from '@/lib/observable';
import { session } from '@/lib/session/openId';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { ErrorBoundary } from '@/ui/ErrorBoundary';
import { IconButton } from '@/ui/IconButton';
import { LatePart } from '@/ui/LatePart';
import { LiveRegion } from '@/ui/LiveRegion';
import { TopBar } from '@/ui/TopBar';
import '@/styles/globals.css';

const Account = lazy(() => import('@/features/account/Account'));
const DeleteQuestion = lazy(() => import('@/features/deletion/DeleteQuestion'));
const UploadTray = lazy(afterLoad(() => import('@/features/upload/UploadTray')));
const ShortcutsDialog = lazy(() => import('@/features/keyboard/ShortcutsDialog'));

const sans = localFont({
  src: '../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-sans',
});

const mono = localFont({
  src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-mono',
  preload: false,
});

const isHelpOpen = new Observable(false);
const openHelp = () => isHelpOpen.set(true);
const closeHelp = () => isHelpOpen.set(false);
const shortcuts = { '/': focusFilter, '?': openHelp, u: openPicker };

export default function App({ Component, pageProps }: AppProps) {
  return (
    <div className={`${sans.variable} ${mono.variable} contents font-sans`}>
      <QueryClientProvider client={queryClient}>
        <Shell>
          <Component {...pageProps} />
        </Shell>
      </QueryClientProvider>
    </div>
  );
}

/** What surrounds every page and outlives a change of page: bar, uploads, notices. */
function Shell({ children }: { children: ReactNode }) {
  const isHelp = useObservable(isHelpOpen);
  const toDelete = useObservable(deletionQuestion);
  const hasUploads = useObservable(uploads).length > 0;
  const current = useObservable(session);
  useShortcuts(shortcuts);
  useEffect(() => {
    // What is whose is another answer for somebody else.
    const askAgain = () => void queryClient.invalidateQueries();
    if (current?.get()) askAgain();
    return current?.subscribe(askAgain);
  }, [current]);
  useEffect(() => deletions.onDeleted(uploads.removeImage), []);

  return (
    <>
      <a href="#content" className="fixed top-2 left-2 z-50 control control-solid not-focus:sr-only">
        {strings.skipToContent}
      </a>
      <TopBar>
        <IconButton icon={Keyboard} label={strings.keys.open} onClick={openHelp} className="max-sm:hidden" />
        <ThemeButton />
        {current && (
          <LatePart onClose={() => session.set(null)}>
            <Account session={current} />
          </LatePart>
        )}
        <UploadButton />
      </TopBar>
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className="safe-x pb-24 outline-none">
        <ErrorBoundary>{children}</ErrorBoundary>
      </main>
      <DropZone />
      {hasUploads && (
        <LatePart>
          <UploadTray />
        </LatePart>
      )}
      <DeletionToast />
      {toDelete !== null && (
        <LatePart onClose={closeQuestion}>
          <DeleteQuestion id={toDelete} />
        </LatePart>
      )}
      {isHelp && (
        <LatePart onClose={closeHelp}>
          <ShortcutsDialog onClose={closeHelp} />
        </LatePart>
      )}
      <LiveRegion />
    </>
  );
}
