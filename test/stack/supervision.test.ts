import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { superviseChild } from '../../scripts/stack/child.mjs'
import { lockDataDir, openDataDir } from '../../scripts/stack/data-dir.mjs'
import { requireNode } from '../../scripts/stack/node-version.mjs'
import { freePort, readPorts, requireFree } from '../../scripts/stack/ports.mjs'
import { requireDatabase } from '../../scripts/stack/real-database.mjs'
import { installSecrets } from '../../scripts/stack/secrets.mjs'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-unit-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('npm start', () => {
  it('refuses an old Node with the version it needs', () => {
    expect(() => requireNode(new URL('../../', import.meta.url), '18.20.1')).toThrow(
      /Node 18\.20\.1.*needs Node 20\.19/,
    )
    expect(() => requireNode(new URL('../../', import.meta.url), '20.18.9')).toThrow(/20\.19/)
    expect(() => requireNode(new URL('../../', import.meta.url), '22.1.0')).not.toThrow()
  })

  it('names a busy port and the variable that moves it', async () => {
    const net = await import('node:net')
    const port = await freePort()
    const server = net.createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    await expect(requireFree(port, 'BACKEND_PORT')).rejects.toThrow(new RegExp(`Port ${port} .*BACKEND_PORT=`))
    await new Promise((resolve) => server.close(resolve))
    await expect(requireFree(port, 'BACKEND_PORT')).resolves.toBeUndefined()
  })

  it('refuses a port that is no port', () => {
    expect(() => readPorts({ TRACE_PORT: 'abc' })).toThrow(/TRACE_PORT is “abc”/)
    expect(readPorts({}).storefront).toBe(3000)
  })

  it('refuses a data folder that cannot be made, naming it', () => {
    writeFileSync(path.join(dir, 'file'), '')
    expect(() => openDataDir(path.join(dir, 'file', 'data'))).toThrow(
      /data folder .*file.* cannot be written.*DATA_DIR/,
    )
  })

  it.runIf(process.platform === 'linux')('refuses a folder where nobody can make one, root neither', () => {
    expect(() => openDataDir('/proc/sao-lang/data')).toThrow(/cannot be written.*DATA_DIR/)
  })

  it('says which database cannot be used and why, without its password', async () => {
    const closed = await freePort()
    const asked = requireDatabase(`postgres://shop:geheim@127.0.0.1:${closed}/sao`, 'DATABASE_URL')
    await expect(asked).rejects.toThrow(
      `The database at 127.0.0.1:${closed}/sao cannot be used: nothing listens there.`,
    )
    await expect(asked).rejects.not.toThrow(/geheim/)
    await expect(requireDatabase('mysql://127.0.0.1/sao', 'DATABASE_URL')).rejects.toThrow(
      /DATABASE_URL is not the address of a PostgreSQL database.*postgres:\/\//,
    )
  })

  it('makes secrets once, keeps them, and refuses a damaged file instead of replacing it', () => {
    const first = installSecrets(dir, {})
    expect(first.CODE_KEY).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length)
    expect(installSecrets(dir, {})).toEqual(first)
    writeFileSync(path.join(dir, 'secrets.json'), '{')
    expect(() => installSecrets(dir, {})).toThrow(/secrets\.json is damaged/)
  })

  it('gives the folder of a start that was killed to the next one', async () => {
    openDataDir(dir)
    writeFileSync(path.join(dir, 'start.pid'), '999999')
    writeFileSync(path.join(dir, 'children.json'), JSON.stringify([{ pid: 999999, mark: 'x' }]))
    const unlock = await lockDataDir(dir)
    unlock()
  })
})

describe('a supervised program', () => {
  const program = (code: string) => ({
    name: 'probe',
    command: process.execPath,
    args: ['-e', code],
    env: process.env,
    logFile: path.join(dir, 'probe.log'),
  })

  it('is reported with its last lines and started again after a crash', async () => {
    const report = vi.fn()
    const child = superviseChild(program("console.log('last words'); setTimeout(() => process.exit(3), 50)"), {
      report,
    })
    const first = child.pid
    await vi.waitFor(() => expect(child.pid).not.toBe(first), { timeout: 10_000 })
    expect(report).toHaveBeenCalledWith(expect.stringContaining('exit code 3'), expect.arrayContaining(['last words']))
    await child.stop()
    expect(child.isAlive()).toBe(false)
  })

  it('survives kill -9', async () => {
    const child = superviseChild(program('setInterval(() => {}, 1000)'), { report: () => {} })
    const first = child.pid
    process.kill(first as number, 'SIGKILL')
    await vi.waitFor(() => expect(child.pid).not.toBe(first), { timeout: 10_000 })
    expect(child.isAlive()).toBe(true)
    await child.stop()
  })

  it('goes on when what a child started itself still writes after the child is gone', async () => {
    const orphan = "setTimeout(() => { console.log('late words'); }, 400); setTimeout(() => {}, 600)"
    const definition = program(
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(orphan)}], { stdio: ['ignore', 'inherit', 'inherit'], detached: true }).unref(); setTimeout(() => process.exit(3), 100)`,
    )
    const child = superviseChild(definition, { report: () => {} })
    const first = child.pid
    await vi.waitFor(() => expect(child.pid).not.toBe(first), { timeout: 10_000 })
    await vi.waitFor(() => expect(readFileSync(definition.logFile, 'utf8')).toContain('late words'), {
      timeout: 10_000,
    })
    await child.stop()
  })

  it('is ended when it ignores a polite request', async () => {
    const child = superviseChild(
      program("process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)"),
      {
        report: () => {},
      },
    )
    await vi.waitFor(() => expect(child.lastLines()).toContain('deaf'), { timeout: 5_000 })
    await child.stop(300)
    expect(child.isAlive()).toBe(false)
  })
})
