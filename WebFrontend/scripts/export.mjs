import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Where `next build` leaves the static site. */
export const out = fileURLToPath(new URL('../out', import.meta.url));

/** Every page of the export: its path and its markup. */
export async function pages() {
  const files = await readdir(out, { recursive: true });
  const names = files.filter((name) => name.endsWith('.html')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, html: await readFile(join(out, name), 'utf8') })));
}

/** The scripts of a page: with `src` for files, with `text` for those in the page itself. */
export function scripts(html) {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(([, attributes, text]) => ({
    src: /\bsrc="([^"]*)"/.exec(attributes)?.[1],
    isForOldBrowsers: /\bnomodule\b/i.test(attributes),
    // A block of data is no script: it never runs, and the policy doesn't look at it.
    isData: /\btype="application\/(ld\+)?json"/.test(attributes),
    text,
  }));
}
