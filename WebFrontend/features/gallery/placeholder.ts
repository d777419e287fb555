import { thumbHashToDataURL } from 'thumbhash';

const known = new Map<string, string | undefined>();
const mostKnown = 2_000;

/** The thumbhash as a tiny picture; made once for each hash while it is likely to be needed again. */
export function placeholderUrl(hash: string | null | undefined): string | undefined {
  if (!hash) return undefined;
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
