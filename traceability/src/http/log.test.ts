import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLog } from './log.ts'

afterEach(() => vi.useRealTimers())

describe('the log', () => {
  it('writes one JSON object a line, with the line breaks of a value encoded', () => {
    const written: string[] = []
    const log = createLog('info', { write: (text) => written.push(text) })
    log.write('info', 'request', { requestId: 'abc', route: '/verify/*code', reason: 'a\nb' })
    log.flush()
    expect(written).toHaveLength(1)
    expect(written[0]?.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      level: 'info',
      service: 'traceability',
      msg: 'request',
      requestId: 'abc',
      reason: 'a\nb',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
  })

  it('leaves out what is below its level', () => {
    const written: string[] = []
    const log = createLog('warn', { write: (text) => written.push(text) })
    log.write('info', 'not this')
    log.flush()
    expect(written).toEqual([])
  })

  it('gathers lines for some milliseconds, but an error leaves at once', () => {
    vi.useFakeTimers()
    const written: string[] = []
    const log = createLog('info', { write: (text) => written.push(text) })
    log.write('info', 'one')
    log.write('info', 'two')
    expect(written).toEqual([])
    vi.advanceTimersByTime(50)
    expect(written).toHaveLength(1)
    log.write('error', 'three')
    expect(written).toHaveLength(2)
  })
})
