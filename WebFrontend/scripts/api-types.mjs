// Makes lib/api/schema.d.ts from the API's committed OpenAPI document. With --check it writes nothing and fails when the two differ.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../ImageApi/openapi.json', import.meta.url);
const target = new URL('../lib/api/schema.d.ts', import.meta.url);
const types = `// Made by \`npm run api-types\`.\n\n${astToString(await openapiTS(document))}`;

if (!process.argv.includes('--check')) {
  await writeFile(target, types);
} else if ((await readFile(target, 'utf8')) !== types) {
  console.error('lib/api/schema.d.ts is not what ImageApi/openapi.json says: run `npm run api-types`.');
  process.exitCode = 1;
}
