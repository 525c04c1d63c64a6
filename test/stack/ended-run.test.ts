import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('npm test that is asked to end ends its suites, clears away and says so', async () => {
  const script = fileURLToPath(new URL('../../scripts/test.mjs', import.meta.url))
  const run = spawn(process.execPath, [script, 'check'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  run.stdout.on('data', (chunk) => {
    output += chunk
  })
  await once(run.stdout, 'data')
  run.kill('SIGTERM')
  const [code] = await once(run, 'close')
  expect(code).toBe(130)
  expect(output).toMatch(/nothing is left running\.\n$/)
  expect(output).not.toContain('passed, 1 failed')
})
