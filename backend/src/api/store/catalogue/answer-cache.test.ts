import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerCache } from './answer-cache'

const body = async (cache: AnswerCache, make: () => Promise<string>): Promise<string> =>
  (await cache.get('a', make)).body

describe('AnswerCache', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks once for equal questions at the same time, and again when the answer is a second old', async () => {
    const cache = new AnswerCache()
    const make = vi.fn(async () => `answer ${make.mock.calls.length}`)
    expect(await Promise.all([body(cache, make), body(cache, make)])).toEqual(['answer 1', 'answer 1'])
    vi.advanceTimersByTime(999)
    expect(await body(cache, make)).toBe('answer 1')
    vi.advanceTimersByTime(1)
    expect(await body(cache, make)).toBe('answer 2')
  })

  it('does not keep a failure', async () => {
    const cache = new AnswerCache()
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await body(cache, async () => 'up')).toBe('up')
  })

  it('holds a bounded number of answers, also within one second', async () => {
    const cache = new AnswerCache()
    for (let i = 0; i < 2_000; i++) await cache.get(`key ${i}`, async () => `${i}`)
    const make = vi.fn(async () => 'again')
    await cache.get('key 0', make)
    expect(make).toHaveBeenCalledOnce()
    const kept = vi.fn(async () => 'again')
    expect((await cache.get('key 1999', kept)).body).toBe('1999')
    expect(kept).not.toHaveBeenCalled()
  })
})
