import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests read the sources, never what was compiled before the last edit.
  resolve: {
    alias: [
      { find: /^#tabled\/(.*)\.js$/, replacement: fileURLToPath(new URL('./src/$1.ts', import.meta.url)) },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    maxWorkers: '100%',
    globalSetup: ['tests/support/chromium.ts'],
    setupFiles: ['tests/support/fast-check.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
