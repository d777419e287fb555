import { lazy, type ReactNode, Suspense } from 'react';
import { DeleteQuestion } from '@/features/deletion/DeleteQuestion';
import { DeletionToast } from '@/features/deletion/DeletionToast';
import { isHelpOpen, useShortcuts } from '@/features/keyboard/useShortcuts';
import { ConnectionBanner } from '@/features/status/ConnectionBanner';
import { Uploads } from '@/features/upload/Uploads';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { Announcer } from './Announcer';
import { TopBar } from './TopBar';

const ShortcutsDialog = lazy(() => import('@/features/keyboard/ShortcutsDialog'));

/** What surrounds every page and outlives a change of page: bar, uploads, notices. */
export function Shell({ children }: { children: ReactNode }) {
  const isHelp = useObservable(isHelpOpen);
  useShortcuts();

  return (
    <>
      <a href="#content" className="fixed top-2 left-2 z-50 control control-solid not-focus:sr-only">
        {strings.skipToContent}
      </a>
      <TopBar />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className="safe-x pb-24 outline-none">
        {children}
      </main>
      <Uploads />
      <DeletionToast />
      <DeleteQuestion />
      {isHelp && (
        <Suspense>
          <ShortcutsDialog onClose={() => isHelpOpen.set(false)} />
        </Suspense>
      )}
      <Announcer />
    </>
  );
}
