import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'unit',
    include: ['app/**/*.test.{ts,tsx}', 'server/**/*.test.ts'],
    setupFiles: ['./app/test-setup.ts'],
    restoreMocks: true,
    // Suites share two cores: how long a test takes says nothing about it.
    testTimeout: 30_000,
  },
})
