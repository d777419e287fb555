import { type RefObject, useEffect, useState } from 'react';
import { thumbHashToDataURL } from 'thumbhash';

const known = new Map<string, string | undefined>();
const mostKnown = 2_000;
const patienceMs = 300;

/**
 * The thumbhash as a tiny picture, for an image that is still on its way after a moment: most never need one. Each has a task of its
 * own, since a window full of them at once would keep a phone from answering.
 */
export function usePlaceholder(
  hash: string | null | undefined,
  image: RefObject<HTMLImageElement | null>,
): string | undefined {
  const [url, setUrl] = useState(() => known.get(hash ?? ''));

  useEffect(() => {
    if (!hash || url) return undefined;
    const timer = setTimeout(() => {
      if (!image.current?.complete) setUrl(placeholderUrl(hash));
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [hash, image, url]);

  return url;
}

function placeholderUrl(hash: string): string | undefined {
  if (!known.has(hash)) {
    if (known.size >= mostKnown) known.clear();
    known.set(hash, decode(hash));
  }
  return known.get(hash);
}

function decode(hash: string): string | undefined {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(hash), (character) => character.charCodeAt(0)));
  } catch {
    // A placeholder that can't be read is one more picture that starts with its colour alone.
    return undefined;
  }
}
