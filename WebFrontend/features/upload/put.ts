import type { UploadTicket } from '@/lib/api/types';

export type PutOutcome = 'stored' | 'expired' | 'storage-refused' | 'unreachable';

export type Put = (
  ticket: UploadTicket,
  file: Blob,
  signal: AbortSignal,
  onProgress: (sentBytes: number) => void,
) => Promise<PutOutcome>;

function outcomeOf(status: number): PutOutcome {
  // 412: the object is there already, written by somebody who had the same bytes.
  if ((status >= 200 && status < 300) || status === 412) return 'stored';
  return status === 403 ? 'expired' : status >= 500 ? 'unreachable' : 'storage-refused';
}

/** XMLHttpRequest, because fetch tells nothing about the progress of a request's body. */
export const put: Put = (ticket, file, signal, onProgress) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = (act: () => void) => () => {
      signal.removeEventListener('abort', abort);
      act();
    };

    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = settle(() => resolve(outcomeOf(request.status)));
    request.onerror = settle(() => resolve('unreachable'));
    request.onabort = settle(() => reject(signal.reason as Error));
    signal.addEventListener('abort', abort);

    request.open(ticket.method, ticket.url);
    Object.entries(ticket.headers)
      // The browser sets these two itself and refuses them from a script; they are signed with the same values.
      .filter(([name]) => !/^(host|content-length)$/i.test(name))
      .forEach(([name, value]) => request.setRequestHeader(name, value));
    request.send(file);
  });
