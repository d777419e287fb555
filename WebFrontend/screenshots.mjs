// Keeps two of the pictures that the browser's tests leave, small enough for the README: see `make screenshots`. sharp comes with Next.js.
import sharp from 'sharp';

const kept = { 'detail-1440-dark': 'photo-dark', 'gallery-1440-light': 'gallery-light' };

for (const [taken, name] of Object.entries(kept)) {
  await sharp(`../artifacts/screenshots/${taken}.png`).webp({ quality: 80 }).toFile(`../docs/site/${name}.webp`);
}
