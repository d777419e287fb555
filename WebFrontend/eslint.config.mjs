import { readdirSync } from 'node:fs';
import next from 'eslint-config-next/core-web-vitals';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('features', import.meta.url));

// pages join features; a feature builds on ui and lib, ui on lib, lib on nothing of the site's.
const floors = [
  { target: './lib', from: ['./ui', './features', './pages'] },
  { target: './ui', from: ['./features', './pages'] },
  { target: './features', from: './pages' },
  ...features.map((feature) => ({
    target: `./features/${feature}`,
    from: './features',
    except: [`./${feature}`],
    message: 'Features know of each other through lib, or by the page that joins them.',
  })),
];

const config = [
  { ignores: ['.next/', 'out/', 'next-env.d.ts', 'public/', 'lib/api/schema.d.ts'] },
  ...next,
  ...tseslint.configs.strictTypeChecked.map((each) => ({ ...each, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    rules: {
      'import/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: floors }],
      'max-lines': ['error', { max: 160, skipBlankLines: true }],
      // The export has no image optimiser: derivatives are made by the processor, with srcset.
      '@next/next/no-img-element': 'off',
      // Warns about TanStack Virtual under the React Compiler, which this site does not use.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'max-lines': ['error', { max: 120, skipBlankLines: true }] },
  },
  { files: ['lib/strings*.ts'], rules: { 'max-lines': 'off' } },
  prettier,
];

export default config;
