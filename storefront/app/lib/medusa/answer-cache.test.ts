import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

vi.mock('./client.server.ts', async (original) => ({ ...(await original<object>()), shop: vi.fn() }))

const { publicAnswer } = await import('./answer-cache.server.ts')
const { shop } = await import('./client.server.ts')
const context = {
  requestId: 'request-0001',
  locale: 'vi',
  clientIp: null,
  clientProvince: null,
  signal: new AbortController().signal,
} as const

let path = 0
let next = ''
beforeEach(() => {
  vi.useFakeTimers()
  next = `/store/${path++}`
  let answers = 0
  vi.mocked(shop)
    .mockReset()
    .mockImplementation(async () => ++answers)
})
afterEach(() => vi.useRealTimers())

describe('public answers', () => {
  test('equal questions asked at once are one call', async () => {
    expect(await Promise.all([publicAnswer(context, next), publicAnswer(context, next)])).toEqual([1, 1])
    expect(shop).toHaveBeenCalledTimes(1)
  })

  test('another language is another question', async () => {
    await publicAnswer(context, next, { locale: 'vi' })
    await publicAnswer(context, next, { locale: 'en' })
    expect(shop).toHaveBeenCalledTimes(2)
  })

  test('between one and two seconds the old answer is given while a new one is fetched', async () => {
    await publicAnswer(context, next)
    vi.advanceTimersByTime(1500)
    expect(await publicAnswer(context, next)).toBe(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(await publicAnswer(context, next)).toBe(2)
    expect(shop).toHaveBeenCalledTimes(2)
  })

  test('nothing older than two seconds is given', async () => {
    await publicAnswer(context, next)
    vi.advanceTimersByTime(2001)
    expect(await publicAnswer(context, next)).toBe(2)
  })

  test('a failure is told to those who asked and not kept', async () => {
    vi.mocked(shop).mockRejectedValueOnce(new Error('down'))
    await expect(publicAnswer(context, next)).rejects.toThrow('down')
    expect(await publicAnswer(context, next)).toBe(1)
  })
})
