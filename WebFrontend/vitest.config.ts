import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const logic = { name: 'logic', environment: 'node', include: ['**/*.test.ts'] } as const;
const components = { name: 'components', environment: 'jsdom', include: ['**/*.test.tsx'] } as const;
const exclude = ['node_modules', '.next', 'out'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    restoreMocks: true,
    projects: [
      { extends: true, test: { ...logic, include: [...logic.include], exclude } },
      { extends: true, test: { ...components, include: [...components.include], exclude } },
    ],
  },
});
