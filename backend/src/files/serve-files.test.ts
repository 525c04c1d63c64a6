import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import express from 'express'
import type { FileStore } from '../env'
import { isApiError } from '../http/api-error'
import { serveFiles } from './serve-files'

async function withServer(files: FileStore, work: (ask: Ask) => Promise<void>): Promise<void> {
  const app = express()
  app.use('/files', serveFiles(files) as unknown as express.RequestHandler)
  app.use(((error, _req, res, _next) => {
    res.sendStatus(isApiError(error) ? error.status : 500)
  }) as express.ErrorRequestHandler)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  // Not fetch: it would tidy `..` away before sending.
  const ask: Ask = (rawPath, method = 'GET') =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: rawPath, method }, (res) => {
        res.resume()
        resolve({ status: res.statusCode ?? 0, headers: res.headers })
      })
        .on('error', reject)
        .end()
    })
  try {
    await work(ask)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}
type Ask = (rawPath: string, method?: string) => Promise<{ status: number; headers: Record<string, unknown> }>

it('serves pictures for a year and nothing else of the folder', async () => {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'files-'))
  const dir = path.join(parent, 'public')
  mkdirSync(dir)
  writeFileSync(path.join(dir, 'a.avif'), 'x')
  writeFileSync(path.join(dir, 'note.txt'), 'x')
  writeFileSync(path.join(dir, 'evil.svg'), 'x')
  writeFileSync(path.join(dir, '.hidden.webp'), 'x')
  writeFileSync(path.join(parent, 'secret.webp'), 'x')
  await withServer({ kind: 'local', dir }, async (ask) => {
    const found = await ask('/files/a.avif')
    expect(found.status).toBe(200)
    expect(found.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const hidden of [
      '/files/note.txt',
      '/files/evil.svg',
      '/files/.hidden.webp',
      '/files/missing.avif',
      '/files/../secret.webp',
      '/files/..%2fsecret.webp',
      '/files/%00.webp',
      '/files/',
    ]) {
      const { status } = await ask(hidden)
      expect([hidden, status === 404 || status === 400 || status === 403]).toEqual([hidden, true])
    }
    expect((await ask('/files/a.avif', 'POST')).status).toBe(404)
  })
  rmSync(parent, { recursive: true })
})

it('points to the bucket when there is one', async () => {
  const files: FileStore = {
    kind: 's3',
    url: 'https://cdn.example/shop',
    endpoint: 'https://s3.example',
    bucket: 'shop',
    region: 'vn-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  }
  await withServer(files, async (ask) => {
    const { status, headers } = await ask('/files/san-pham/a.webp')
    expect([status, headers.location]).toEqual([307, 'https://cdn.example/shop/san-pham/a.webp'])
    expect((await ask('/files/export.csv')).status).toBe(404)
  })
})
