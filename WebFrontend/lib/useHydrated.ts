import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the exported markup and while it is taken over, true from then on. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
