import { useSyncExternalStore } from 'react';
import type { Observable } from './observable';

export const useObservable = <T>(observable: Observable<T>): T =>
  useSyncExternalStore(observable.subscribe, observable.get, observable.get);
