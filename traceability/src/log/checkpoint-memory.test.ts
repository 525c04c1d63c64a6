import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkpointFile } from './checkpoint-memory.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'checkpoint-'))

describe('the checkpoint remembered in a file', () => {
  it('is null before the first, then the last one written, whole', async () => {
    const path = join(folder(), 'checkpoint')
    const memory = checkpointFile(path)
    expect(await memory.read()).toBeNull()
    await memory.write('a long checkpoint — with its signatures\n')
    await memory.write('short\n')
    expect(await memory.read()).toBe('short\n')
    expect(await checkpointFile(path).read()).toBe('short\n')
  })

  it('leaves nothing else in its folder', async () => {
    const place = folder()
    await checkpointFile(join(place, 'checkpoint')).write('x\n')
    expect(readdirSync(place)).toEqual(['checkpoint'])
  })

  it('tells when it cannot be read or written, instead of having nothing to remember', async () => {
    const place = folder()
    await expect(checkpointFile(place).read()).rejects.toThrow(/EISDIR/)
    await expect(checkpointFile(join(place, 'missing', 'checkpoint')).write('x\n')).rejects.toThrow(/ENOENT/)
  })
})
