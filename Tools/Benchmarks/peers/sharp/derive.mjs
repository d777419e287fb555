// Prints how long each run took, in milliseconds, one a line; then the bytes of its files and the most memory held, in KiB. Usage: node derive.mjs photograph.jpg 5
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const [path, runs] = process.argv.slice(2);
const bytes = readFileSync(path);

sharp.concurrency(1);
sharp.cache(false);

// Decoded once and shrunk on load for the largest, as the processor does; qualities and efforts are the processor's too.
async function derive() {
  let written = 0;
  const largest = await sharp(bytes).autoOrient().resize(1600, 1600, { fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
  for (const [side, effort] of [[300, 4], [600, 4], [1600, 2]]) {
    const file = await sharp(largest.data, { raw: largest.info }).resize(side, side, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 80, effort }).toBuffer();
    written += file.length;
  }
  return written;
}

const written = await derive();
for (let run = 0; run < Number(runs); run++) {
  const start = performance.now();
  await derive();
  console.log((performance.now() - start).toFixed(3));
}
console.log(`${written} ${process.resourceUsage().maxRSS}`);
