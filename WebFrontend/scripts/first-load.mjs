// What a first visit downloads and runs before it can do anything: all scripts that the page names, gzipped. Fails above the budget.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { out, pages, scripts } from './export.mjs';

const budgetBytes = 150_000;

async function firstLoad(html) {
  const files = scripts(html).filter(({ src, isForOldBrowsers }) => src !== undefined && !isForOldBrowsers);
  const sizes = await Promise.all(
    files.map(async ({ src }) => gzipSync(await readFile(join(out, decodeURIComponent(src))), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

let isOver = false;
for (const { name, html } of await pages()) {
  const bytes = await firstLoad(html);
  isOver ||= bytes > budgetBytes;
  console.log(
    `${name.padEnd(16)} ${(bytes / 1000).toFixed(1).padStart(6)} kB of JavaScript (gzip), budget ${budgetBytes / 1000} kB`,
  );
}

process.exitCode = isOver ? 1 : 0;
