import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { put } from './put';

class Request {
  static last: Request;
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  headers: Record<string, string> = {};
  status = 0;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  sent: unknown;

  constructor() {
    Request.last = this;
  }

  open = vi.fn();
  setRequestHeader = (name: string, value: string) => void (this.headers[name] = value);
  send = (body: unknown) => void (this.sent = body);
  abort = () => this.onabort?.();
}

const ticket = {
  method: 'PUT',
  url: 'https://bucket.example/uploads/abc?X-Amz-Signature=1',
  headers: { 'content-type': 'image/jpeg', 'content-length': '5', 'if-none-match': '*', 'x-amz-checksum-sha256': 'q=' },
  expiresAt: '2030-01-01T00:00:00Z',
};
const file = new Blob(['bytes']);

beforeEach(() => vi.stubGlobal('XMLHttpRequest', Request));
afterEach(() => vi.unstubAllGlobals());

test('sends exactly the signed headers, except those that are the browser’s own', () => {
  void put(ticket, file, new AbortController().signal, () => undefined);

  expect(Request.last.open).toHaveBeenCalledWith('PUT', ticket.url);
  expect(Request.last.headers).toEqual({
    'content-type': 'image/jpeg',
    'if-none-match': '*',
    'x-amz-checksum-sha256': 'q=',
  });
  expect(Request.last.sent).toBe(file);
});

test.each([
  [200, 'stored'],
  [412, 'stored'],
  [403, 'expired'],
  [400, 'storage-refused'],
  [503, 'unreachable'],
])('%d means %s', async (status, outcome) => {
  const answer = put(ticket, file, new AbortController().signal, () => undefined);
  Request.last.status = status;
  Request.last.onload?.();

  expect(await answer).toBe(outcome);
});

test('tells the bytes sent, and stops when asked to', async () => {
  const controller = new AbortController();
  const progress = vi.fn();
  const answer = put(ticket, file, controller.signal, progress);
  Request.last.upload.onprogress?.({ loaded: 3 });
  controller.abort();

  await expect(answer).rejects.toThrow('aborted');
  expect(progress).toHaveBeenCalledWith(3);
});
