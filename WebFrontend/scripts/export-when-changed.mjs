// Builds the site unless out/ was built from exactly these sources, by this version of Node.js.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, '.next/export.sha256');
const isMade = (entry) => ['node_modules', 'out', '.next', 'next-env.d.ts'].includes(entry);
const isTest = (path) => /\.test\.tsx?$/.test(path);
const isSample = (path) => path === join(root, 'public/sample.jpg');

async function sources() {
  const entries = await readdir(root);
  const trees = await Promise.all(
    entries
      .filter((entry) => !isMade(entry))
      .map(async (entry) => {
        const below = await readdir(join(root, entry), { recursive: true, withFileTypes: true }).catch(() => undefined);
        return below
          ? below.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
          : [join(root, entry)];
      }),
  );
  return trees
    .flat()
    .filter((path) => !isTest(path) && !isSample(path))
    .toSorted();
}

async function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const path of await sources()) hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}

const wanted = await fingerprint();
const built = await readFile(stamp, 'utf8').catch(() => '');

if (built === wanted && existsSync(join(root, 'out/index.html'))) {
  console.log('The export is up to date.');
} else {
  await rm(stamp, { force: true });
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  await mkdir(join(root, '.next'), { recursive: true });
  await writeFile(stamp, wanted);
}
