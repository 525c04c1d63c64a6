import type { AddressInfo } from 'node:net'
import express from 'express'
import { isApiError } from './api-error'
import { limitRates } from './rate-limits'

it.each([1, 2])('refuses an address that asks too often, and only there; the limit times %s', async (scale) => {
  const app = express()
  app.set('trust proxy', 1)
  app.use(
    limitRates(scale, [{ name: 'test', method: 'POST', path: /^\/auth\//, perMinute: 2 }]) as express.RequestHandler,
  )
  app.use((_req, res) => void res.sendStatus(204))
  app.use(((error, _req, res, _next) => {
    res.sendStatus(isApiError(error) ? error.status : 500)
  }) as express.ErrorRequestHandler)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const ask = async (method: string, path: string, address: string) => {
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { 'x-forwarded-for': address } })
    return response.status
  }
  const fromOne = []
  for (let n = 0; n <= 2 * scale; n += 1) fromOne.push(await ask('POST', '/auth/user', '203.0.113.1'))
  expect(fromOne).toEqual([...Array(2 * scale).fill(204), 429])
  expect(await ask('POST', '/auth/user', '203.0.113.2')).toBe(204)
  expect(await ask('POST', '/auth/user', '198.51.100.9, 203.0.113.1')).toBe(429)
  expect(await ask('GET', '/auth/user', '203.0.113.1')).toBe(204)
  await new Promise((resolve) => server.close(resolve))
})
