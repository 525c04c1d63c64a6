import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { readRun, runFile } from './e2e/run.ts'

/** The shell without a screen first: the same engine, a quarter less work. */
const SYSTEM_CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync)

export default defineConfig({
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // `npm test` alone asks for one.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  outputDir: '../.data/test-results',
  use: {
    // Tools that only list the tests read this file without a running stack.
    ...(existsSync(runFile()) ? { baseURL: readRun().storefront } : {}),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // A trace of every test takes a third of the time of all; ask for one with --trace=on.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Playwright's own browser where it could be downloaded, else the system's.
      ...(SYSTEM_CHROMIUM ? { executablePath: SYSTEM_CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
  projects: [
    { name: 'pages', testMatch: 'e2e/**/*.spec.ts' },
    // These stop programs and change data that the others read: last, and one at a time.
    {
      name: 'resilience',
      testMatch: 'resilience/**/*.spec.ts',
      dependencies: ['pages'],
      fullyParallel: false,
      workers: 1,
      timeout: 180_000,
    },
  ],
})
