// Puts one of the photographs that Tools/Seed fetches among the site's files, for a visitor who has none at hand: a yellow car.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const photographs = fileURLToPath(new URL('../../Tools/Seed/Photographs', import.meta.url));
const car = join(photographs, 'node_modules/paper-kit-2/assets/img/ilya-yakover.jpg');

/** As `/sample.jpg`. The first call on a machine may fetch the photographs, 14 MB. */
export function provideSample() {
  const sample = fileURLToPath(new URL('../public/sample.jpg', import.meta.url));
  if (existsSync(sample)) return;
  if (!existsSync(car)) {
    const arguments_ = ['ci', '--ignore-scripts', '--silent'];
    execFileSync('npm', arguments_, { cwd: photographs, stdio: 'inherit', shell: process.platform === 'win32' });
  }
  copyFileSync(car, sample);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) provideSample();
