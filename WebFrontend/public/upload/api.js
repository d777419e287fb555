import { Problem } from './problems.js';

const isFinal = image => ['ready', 'rejected', 'failed'].includes(image.status);

async function call(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new Problem('offline');
  });
  const body = await response.json().catch(() => undefined);

  if (!response.ok || !body) {
    // "urn:iris:problem:file-too-large" and ".../file-too-large" alike end in the code.
    throw new Problem(body?.type?.split(/[/:#]/).at(-1), body?.detail ?? body?.title);
  }

  return body;
}

export async function requestUpload(file) {
  if (!crypto.subtle) {
    throw new Problem('insecure');
  }

  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');

  return call('/api/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileName: file.name, contentType: file.type, size: file.size, sha256 }),
  });
}

/** Sends the bytes; fetch tells nothing of its progress, XMLHttpRequest does. Resolves as well when the bytes are already there. */
export function put(file, upload, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(upload.method, upload.url);

    for (const [name, value] of Object.entries(upload.headers)) {
      // The browser sets these two by itself and refuses to have them set.
      if (!['content-length', 'host'].includes(name.toLowerCase())) {
        request.setRequestHeader(name, value);
      }
    }

    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new Problem('upload-interrupted'));
    request.onload = () => (request.status < 300 || request.status === 412 ? resolve() : reject(new Problem('upload-refused')));
    request.send(file);
  });
}

export async function untilFinal(id, onChange) {
  for (;;) {
    const image = await call(`/api/images/${id}?wait=10`);

    if (isFinal(image)) {
      return image;
    }

    onChange(image);
  }
}

export const retry = id => call(`/api/images/${id}/retry`, { method: 'POST' });
