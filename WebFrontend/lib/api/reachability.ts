import { Observable } from '@/lib/observable';

/** Whether the last request to the API was answered at all. */
class Reachability extends Observable<boolean> {
  report(answered: boolean): void {
    this.set(answered);
  }
}

export const reachability = new Reachability(true);
