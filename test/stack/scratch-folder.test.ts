import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { scratchFolder } from '../../scripts/testing/scratch-folder.mjs'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

it('a machine without a folder in memory gets one on its disk', () => {
  made.push(scratchFolder(path.join(os.tmpdir(), 'no-such-folder')))
  expect(path.dirname(made[0] ?? '')).toBe(os.tmpdir())
})

it('a scratch folder can be entered by the account that PostgreSQL runs as, and is new each time', () => {
  const memory = mkdtempSync(path.join(os.tmpdir(), 'memory-'))
  made.push(scratchFolder(memory), scratchFolder(memory), memory)
  expect(statSync(made[0] ?? '').mode & 0o777).toBe(0o755)
  expect(made[0]).not.toBe(made[1])
})
