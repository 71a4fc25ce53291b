import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)),
}

export default defineConfig({
  resolve: { alias },
  test: {
    // A file waits more than it works, for imports and for the database: by itself the runner would leave one of two cores alone.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.dom.test.*'],
          // Properties run hundreds of cases; how long that takes is the machine's business.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          setupFiles: ['tests/support/dom.ts'],
          server: { deps: { inline: ['next-intl', 'use-intl'] } },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
