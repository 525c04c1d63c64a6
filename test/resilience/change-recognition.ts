import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { serviceEnvironments } from '../../scripts/stack/environment.mjs'
import { readRun, runFile, stackSecrets } from '../e2e/run.ts'

/**
 * Corrects, revokes or restores a recognition of the running stack; see `change-recognition.mjs`. In: its id and the day,
 * yyyy-mm-dd; the process to be killed once the change is committed, if any.
 */
export function changeRecognition(
  change: 'correct' | 'revoke' | 'restore',
  recognitionId: string,
  day: string,
  killed?: number,
): void {
  const run = readRun()
  const dataDir = path.dirname(runFile())
  const port = (url: string) => Number(new URL(url).port)
  const environments = serviceEnvironments({
    env: process.env,
    ports: {
      storefront: port(run.storefront),
      backend: port(run.backend),
      traceability: port(run.traceability),
      postgres: 0,
      vnpay: port(run.vnpaySimulator),
    },
    secrets: stackSecrets(),
    databaseUrl: run.database,
    filesDir: path.join(dataDir, 'files'),
    dataDir,
    demoAccounts: false,
  })
  const script = fileURLToPath(new URL('change-recognition.mjs', import.meta.url))
  const args = [script, change, recognitionId, day, ...(killed === undefined ? [] : [String(killed)])]
  const result = spawnSync(process.execPath, args, {
    cwd: fileURLToPath(new URL('../../backend/.medusa/server', import.meta.url)),
    env: environments.backend,
    encoding: 'utf8',
    timeout: 90_000,
  })
  expect(result.status, result.stderr.slice(-2_000)).toBe(0)
}
