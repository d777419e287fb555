import { ApiError, dayIsSpent, isNotFound } from '@/lib/api/client';
import { formatDateTime } from '@/lib/format';
import { describe } from '@/lib/photo';
import { strings } from '@/lib/strings';
import { isTrouble, type Upload } from './upload';

/** How an upload ends that threw. */
export function endOf(error: unknown): Partial<Upload> {
  if (!(error instanceof ApiError)) return { phase: 'interrupted', problem: 'unreadable' };
  if (isNotFound(error)) return { phase: 'interrupted', problem: 'gone' };
  if (error.code === dayIsSpent) return { phase: 'interrupted', opensAt: new Date(error.retryAt).toISOString() };
  const isFinal = error.status === 400 || error.status === 413 || error.status === 415;
  return { phase: isFinal ? 'refused' : 'interrupted', problem: error.isOutage ? outageOf(error) : error.code };
}

const outageOf = (error: ApiError): string => (error.code === 'storage-refused' ? error.code : 'unreachable');

/** Why it did not come to a picture, for the visitor. */
export const problemOf = ({ problem, image, opensAt }: Upload): string => {
  if (opensAt) return strings.upload.dayIsSpent(formatDateTime(opensAt));
  const reasons: Record<string, string> = strings.reasons;
  return (
    reasons[problem ?? image?.reason?.code ?? ''] ?? image?.reason?.message ?? strings.reasons['processing-failed']
  );
};

/** What became of these uploads, in one sentence. */
export function outcomeText(ended: readonly Upload[]): string {
  const [only, ...others] = ended;
  if (only && others.length === 0) return strings.upload.finishedOne(only.name, outcomeOf(only));
  const count = (test: (upload: Upload) => boolean) => ended.filter(test).length;
  return strings.upload.finished(
    count(({ phase }) => phase === 'ready'),
    count(({ phase }) => phase === 'known'),
    count(isTrouble),
  );
}

function outcomeOf(upload: Upload): string {
  if (upload.phase === 'known') return strings.upload.known;
  if (upload.phase === 'ready' && upload.image) return describe(upload.image);
  return problemOf(upload);
}
