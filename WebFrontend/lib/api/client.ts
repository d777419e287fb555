import { learn, session, signedIn } from '@/lib/session/openId';
import { everything, type Filter, queryOf } from '@/lib/urls';
import { reachability } from './reachability';
import type { ImageDetail, ImagePage, LabelCount, Statistics, UploadAnswer, UploadRequest } from './types';

export const dayIsSpent = 'day-is-spent';

/** What the API refused (`status` 4xx), or that it didn't answer (`status` 0 or 5xx). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Until when it is of no use to ask again, in milliseconds since the epoch. */
    readonly retryAt = 0,
  ) {
    super(message);
  }

  /** Too many ask at once; that a day is spent is another 429, which lasts. */
  get isThrottled(): boolean {
    return this.status === 429 && this.code !== dayIsSpent;
  }

  /** Nothing is wrong with what was asked: it may be asked again. */
  get isOutage(): boolean {
    return !this.status || this.isThrottled || this.status >= 500;
  }
}

export const isOutage = (error: unknown): boolean => error instanceof ApiError && error.isOutage;
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.status === 409;
export const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.status === 404;
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

const base = '/api';
const asMe = '/me';

/** Whoever has signed in asks where the token is looked at, to be told what is theirs. */
const seen = (path: string): string => (session.get()?.bearer() ? asMe + path : path);

const isOfOwner = (path: string): boolean => path.includes('owner=me');

async function send<T>(path: string, init: RequestInit = {}, below = base, isRepeated = false): Promise<T> {
  // Objects are everybody's: the token is for the API alone.
  const token = below === base ? session.get()?.bearer() : undefined;
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(below + path, { ...init, headers }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    reachability.report(false);
    throw new ApiError(0, 'unreachable', String(cause));
  });

  reachability.report(response.status < 500);
  learn(response);
  if (response.status === 401) {
    // Reading needs no token: one that has run out only costs being told what is one's own. Who asks for just that would get another's.
    if (path.startsWith(asMe) && !isOfOwner(path)) return send(path.slice(asMe.length), init);
    // A token that is new and refused as well would be for ever.
    if (!isRepeated && (await signedIn(token))) return send(path, init, below, true);
    throw new ApiError(401, 'signed-out', response.statusText);
  }
  if (!response.ok) throw await refusal(response);
  return response.status === 204 || response.status === 202 ? (undefined as T) : ((await response.json()) as T);
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as { type?: string; title?: string; detail?: string };
  // Problem types are URIs: the last part is the stable code.
  const code = problem.type?.split(/[/:#]/).at(-1) ?? 'unknown';
  const retryAt = Date.now() + 1_000 * Number(response.headers.get('retry-after'));
  return new ApiError(response.status, code, problem.detail ?? problem.title ?? response.statusText, retryAt);
}

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export interface ImageQuery {
  filter?: Filter;
  cursor?: string | null;
  limit?: number;
}

const pageSize = 30;

function imagesPath({ filter = everything, cursor, limit = pageSize }: ImageQuery): string {
  const query = new URLSearchParams({ limit: String(limit) });
  if (cursor) query.set('cursor', cursor);
  queryOf(filter).forEach((value, name) => query.append(name, value));
  return `/images?${query}`;
}

/** Where the newest pictures are, as `listImages` asks for them. */
export const firstPagePath = `${base}${imagesPath({})}`;

export const api = {
  createUpload: (request: UploadRequest, signal?: AbortSignal) =>
    send<UploadAnswer>('/uploads', { ...json(request), signal: signal ?? null }),

  listImages: (query: ImageQuery, signal?: AbortSignal) =>
    send<ImagePage>(seen(imagesPath(query)), { signal: signal ?? null }),

  getImage: (id: string, signal?: AbortSignal) =>
    send<ImageDetail>(seen(`/images/${encodeURIComponent(id)}`), { signal: signal ?? null }),

  /** How an image ended: an object beside its derivatives, not there before. */
  getOutcome: (id: string, signal: AbortSignal) => send<ImageDetail>(`/${id}/outcome.json`, { signal }, '/images'),

  /** `keepalive` lets the request outlive the page. */
  deleteImage: (id: string, options: { keepalive?: boolean } = {}) =>
    send<undefined>(`/images/${encodeURIComponent(id)}`, { method: 'DELETE', ...options }),

  retryImage: (id: string) => send<undefined>(`/images/${encodeURIComponent(id)}/retry`, { method: 'POST' }),

  listLabels: (prefix: string, limit: number, signal?: AbortSignal) =>
    send<{ items: LabelCount[] }>(`/labels?${new URLSearchParams({ prefix, limit: String(limit) })}`, {
      signal: signal ?? null,
    }),

  getStatistics: (days: number, signal?: AbortSignal) =>
    send<Statistics>(`/stats?days=${days}`, { signal: signal ?? null }),
};

export type Api = typeof api;
