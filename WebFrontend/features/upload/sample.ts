import { announce } from '@/lib/announce';
import { strings } from '@/lib/strings';
import { uploadFiles } from './queue';

/** A photograph that comes with the site, for whoever has none at hand: see scripts/sample.mjs. */
export async function uploadSample(): Promise<void> {
  const response = await fetch('/sample.jpg').catch(() => undefined);
  if (response?.ok) uploadFiles([new File([await response.blob()], 'car.jpg', { type: 'image/jpeg' })]);
  else announce(strings.reasons.unreachable);
}
