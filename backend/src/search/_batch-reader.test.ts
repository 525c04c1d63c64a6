import { describe, expect, it } from 'vitest'
import { BatchReader } from './batch-reader'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('BatchReader', () => {
  it('asks about keys that come together in one question, at most 200 in one', async () => {
    const asked: number[] = []
    const reader = new BatchReader(async (keys) => {
      asked.push(keys.length)
      return new Map(keys.map((key) => [key, key.toUpperCase()]))
    })
    const [one, two] = await Promise.all([reader.get(['a', 'b']), reader.get(['b', 'c'])])
    expect([...one, ...two]).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['b', 'B'],
      ['c', 'C'],
    ])
    await reader.get(Array.from({ length: 450 }, (_, i) => `key ${i}`))
    expect(asked).toEqual([3, 200, 200, 50])
  })

  it('never lets an older state be written over a newer one, however slow the older write is', async () => {
    let stock = 5
    let shown: number | null = null
    const delays = [120, 0]
    const reader = new BatchReader(async (keys) => {
      const read = stock
      await pause(delays.shift() ?? 0)
      shown = read
      return new Map(keys.map((key) => [key, true]))
    })
    const first = reader.get(['sp-5'])
    await pause(60)
    stock = 0
    await Promise.all([first, reader.get(['sp-5'])])
    expect(shown).toBe(0)
  })

  it('goes on after a question that failed', async () => {
    let away = true
    const reader = new BatchReader(async () => {
      if (away) throw new Error('away')
      return new Map([['a', 1]])
    })
    await expect(reader.get(['a'])).rejects.toThrow('away')
    away = false
    expect(await reader.get(['a'])).toEqual(new Map([['a', 1]]))
  })
})
