import { api } from '@/lib/api/client';
import { Fingerprint } from './fingerprint';
import { firstAlone } from './firstAlone';
import { Journey, pause } from './journey';
import { put } from './put';

/** What the queue needs as soon as there is a file, and no first paint does. */
const fingerprint = new Fingerprint();

export const journey = new Journey({
  api: { ...api, createUpload: firstAlone(api.createUpload) },
  put,
  hash: fingerprint.hash,
  pause,
});
export const { preview } = fingerprint;
