import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary';

interface LatePartProps {
  children: ReactNode;
  /** How to do without it. */
  onClose?: (() => void) | undefined;
}

/** A part that is imported when it is wanted: nothing until it is there. */
export function LatePart({ children, onClose }: LatePartProps) {
  return (
    <ErrorBoundary onClose={onClose}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
