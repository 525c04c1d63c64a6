import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerInFront, keepInFront } from './front-answers'

const request = (url: string, headers: Record<string, string> = { 'x-publishable-api-key': 'pk_1' }, method = 'GET') =>
  ({ method, url, originalUrl: url, headers }) as unknown as IncomingMessage

function response() {
  const res = { writeHead: vi.fn(), end: vi.fn() }
  return { res: res as unknown as ServerResponse, ...res }
}

describe('answerInFront', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const keep = (url: string) => keepInFront(request(url), { body: '{"items":[]}', until: Date.now() + 1_000 })

  it('gives an answer again until its time is up', () => {
    keep('/store/catalogue?q=che')
    const first = response()
    expect(answerInFront(request('/store/catalogue?q=che'), first.res)).toBe(true)
    expect(first.end).toHaveBeenCalledWith('{"items":[]}')
    vi.advanceTimersByTime(1_000)
    const late = response()
    expect(answerInFront(request('/store/catalogue?q=che'), late.res)).toBe(false)
    expect(late.writeHead).not.toHaveBeenCalled()
  })

  it.each([
    ['another key', request('/store/catalogue?q=tra', { 'x-publishable-api-key': 'pk_2' })],
    ['no key', request('/store/catalogue?q=tra', {})],
    ['another address', request('/store/catalogue?q=tr')],
    ['a product', request('/store/catalogue/tra')],
    ['another method', request('/store/catalogue?q=tra', undefined, 'POST')],
    [
      'a browser of another origin',
      request('/store/catalogue?q=tra', { 'x-publishable-api-key': 'pk_1', origin: 'x' }),
    ],
    [
      'a language header',
      request('/store/catalogue?q=tra', { 'x-publishable-api-key': 'pk_1', 'x-medusa-locale': 'en' }),
    ],
  ])('leaves %s to Medusa', (_name, req) => {
    keep('/store/catalogue?q=tra')
    expect(answerInFront(req, response().res)).toBe(false)
  })
})
