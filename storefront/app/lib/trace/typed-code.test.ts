import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedCode } from './typed-code.ts'

describe('one code, however people write it', () => {
  it.each([
    '0K7QM2X9RTD4P8HJ',
    '0k7qm2x9rtd4p8hj',
    '0K7Q M2X9 RTD4 P8HJ',
    ' 0k7q-m2x9-rtd4-p8hj ',
    'OK7Q.M2X9.RTD4.P8HJ',
    '0K7Q–M2X9—RTD4 P8HJ',
    'https://saolang.example/q/0K7QM2X9RTD4P8HJ',
    'HTTPS://SAOLANG.EXAMPLE/Q/0K7QM2X9RTD4P8HJ?fbclid=1#top',
    'https://saolang.example/01/02000000000014/21/0K7QM2X9RTD4P8HJ',
    'https://saolang.example/01/02000000000014/21/0k7qm2x9rtd4p8hj?17=270511',
  ])('%s', (typed) => expect(readTypedCode(typed)).toEqual({ kind: 'code', code: '0K7QM2X9RTD4P8HJ' }))
})

describe('what cannot be a code is told apart, and never throws', () => {
  it.each(['', '   ', '---'])('%j is empty', (typed) => expect(readTypedCode(typed)).toEqual({ kind: 'empty' }))
  it('a few characters short is said with the number found', () =>
    expect(readTypedCode('0K7Q-M2X9-RTD')).toEqual({ kind: 'incomplete', shown: '0K7Q-M2X9-RTD', count: 11 }))
  it('a letter that no label has is told apart too', () =>
    expect(readTypedCode('UK7QM2X9RTD4P8HJ')).toMatchObject({ kind: 'incomplete', count: 16 }))
  it('a very long text is not looked at', () => expect(readTypedCode('A'.repeat(5000)).kind).toBe('too_long'))
  it.each(['../../etc/passwd', "' OR 1=1--", '🐝', '<script>', 'chè shan'])('%s is impossible', (typed) =>
    expect(readTypedCode(typed).kind).toBe('impossible'),
  )
  it('control characters are not repeated to the reader', () =>
    expect(readTypedCode('a\u0000\u202eb/')).toEqual({ kind: 'impossible', shown: 'ab/' }))
  it('any text gets an answer that is safe to repeat', () => {
    const codePoint = fc.integer({ min: 0, max: 0x10ffff })
    const anyText = fc.array(codePoint, { maxLength: 600 }).map((points) => String.fromCodePoint(...points))
    fc.assert(
      fc.property(anyText, (typed) => {
        const read = readTypedCode(typed)
        if (read.kind === 'code') expect(read.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
        if ('shown' in read) expect([...read.shown].length).toBeLessThanOrEqual(49)
      }),
    )
  })
})
