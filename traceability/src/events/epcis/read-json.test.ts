import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_JSON_LIMITS, EPCIS_JSON_LIMITS, readJson } from './read-json.ts'

function faultsOf(body: string | Uint8Array, limits = DEFAULT_JSON_LIMITS) {
  const read = readJson(body, limits)
  return read.ok ? [] : read.faults
}

function pointersOf(body: string | Uint8Array): string[] {
  return faultsOf(body).map((fault) => fault.pointer)
}

describe('a good document', () => {
  it('is read as JSON.parse reads it, from bytes and from text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed: unknown = JSON.parse(text)
        fc.pre(!/__proto__|constructor|prototype/.test(text))
        for (const body of [text, Buffer.from(text)]) expect(readJson(body)).toEqual({ ok: true, value: parsed })
      }),
    )
  })

  it('may hold escapes, exponents and long decimals that lose nothing', () => {
    const text = String.raw`{"vùng":"sen \u00e1 \ud83c\udf3e \n","n":[-0,1e3,0.30000000000000004,6.02214076e23,1.50000000000000000000]}`
    const read = readJson(Buffer.from(text))
    expect(read).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it('may hold a decimal of 17 digits whose double lies halfway to the next one', () => {
    expect(readJson('{"n":-267326219853453.12}')).toEqual({ ok: true, value: { n: -267326219853453.12 } })
  })

  it('is read from a view into a larger buffer', () => {
    const buffer = Buffer.from('xx{"a":1}yy')
    expect(readJson(buffer.subarray(2, 9))).toEqual({ ok: true, value: { a: 1 } })
  })
})

describe('a member given twice', () => {
  it.each([
    ['{"a":1,"a":1}', ['/a']],
    ['{"a":{"b":1,"c":[{"d":1,"e":2,"d":3}]}}', ['/a/c/0/d']],
    [String.raw`{"a":1,"\u0061":2}`, ['/a']],
    ['{"a/b~c":1,"a/b~c":2}', ['/a~1b~0c']],
    ['[{"x":1,"x":2},{"x":1,"x":2,"x":3}]', ['/0/x', '/1/x', '/1/x']],
  ])('is refused: %s', (text, pointers) => {
    expect(pointersOf(text)).toEqual(pointers)
    expect(faultsOf(text)[0]?.message).toMatch(/^The object has the member ".+" more than once\.$/)
  })

  it('is refused wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('p', 'q', 'r'), { maxLength: 8 }), (path) => {
        const text = path.reduceRight((inner, name) => `{"${name}":${inner}}`, '{"k":1,"k":2}')
        expect(pointersOf(text)).toEqual([`${path.map((name) => `/${name}`).join('')}/k`])
      }),
    )
  })

  it('may be eventID in documents of EPCIS, and only that; the last one counts', () => {
    const twice = '{"eventID":"urn:a:1","type":"ObjectEvent","eventID":"urn:a:2"}'
    expect(readJson(twice, EPCIS_JSON_LIMITS)).toMatchObject({ ok: true, value: { eventID: 'urn:a:2' } })
    expect(pointersOf(twice)).toEqual(['/eventID'])
    expect(faultsOf('{"eventTime":1,"eventTime":2}', EPCIS_JSON_LIMITS)).toHaveLength(1)
  })
})

describe('bytes that are no text', () => {
  it.each([
    ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), /byte order mark/],
    ['a lone continuation byte', Buffer.from([0x22, 0x80, 0x22]), /UTF-8/],
    ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), /UTF-8/],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), /UTF-8/],
    ['UTF-16', Buffer.from('\uFEFF{"a":1}', 'utf16le'), /UTF-8/],
  ])('are refused: %s', (_name, bytes, message) => {
    expect(faultsOf(bytes)).toHaveLength(1)
    expect(faultsOf(bytes)[0]).toMatchObject({ pointer: '', message: expect.stringMatching(message) })
  })

  it('are refused as half a surrogate pair, raw or escaped', () => {
    expect(pointersOf(`{"a":"${'\ud83c'}"}`)).toEqual([''])
    expect(pointersOf(String.raw`{"a":["x","\ud83c x"]}`)).toEqual(['/a/1'])
    expect(pointersOf(String.raw`{"b":{"\udc00":1}}`)).toHaveLength(1)
  })

  it('are refused as NUL, in a text and in a name', () => {
    expect(pointersOf(String.raw`{"a":"x\u0000"}`)).toEqual(['/a'])
    expect(faultsOf(String.raw`{"a\u0000":1}`)[0]?.message).toMatch(/NUL/)
  })
})

describe('numbers that a double cannot hold', () => {
  it.each(['1e400', '-1e400', '1e-400', '12345678901234567890', '9007199254740993', '0.1234567890123456789'])(
    'are refused: %s',
    (number) => {
      expect(faultsOf(`{"a":{"b":[1,${number}]}}`)).toEqual([
        { pointer: '/a/b/1', message: expect.stringMatching(/exactly/) },
      ])
    },
  )

  it.each(['9007199254740992', '12345678901234500000', '1e22', '5e-324', '0.1', '1.7976931348623157e308'])(
    'are told from those it can: %s',
    (number) => {
      expect(readJson(`[${number}]`)).toEqual({ ok: true, value: [Number(number)] })
    },
  )

  it('never refuse what a program wrote', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readJson(JSON.stringify([value])).ok).toBe(true)
      }),
    )
  })
})

describe('names that reach into objects', () => {
  it.each(['__proto__', 'constructor', 'prototype', String.raw`__proto\u005f_`])('are refused: %s', (name) => {
    expect(faultsOf(`{"a":{"${name}":{"x":1}}}`)).toHaveLength(1)
    expect(faultsOf(`{"a":{"${name}":{"x":1}}}`)[0]?.pointer).toMatch(/^\/a\/(__proto__|constructor|prototype)$/)
    expect(({} as { x?: number }).x).toBeUndefined()
  })
})

describe('what is no JSON', () => {
  it.each([
    ['', '', /empty/],
    ['   ', '', /empty/],
    ['{"a":1}x', '', /ended before this|no value/],
    ['{"a":1}{"b":2}', '', /ended before this/],
    ['{"a":1,}', '', /member name|value/],
    ['{"a":[1,2', '/a', /not closed/],
    ['{"a" 1}', '', /colon/],
    ["{'a':1}", '', /no value|member name/],
    ['{"a":{"b":tru}}', '/a/b', /no value/],
    ['{"a":01}', '', /comma|ended|number|JSON/],
    ['{"a":1 /* x */}', '', /comment/],
    ['{"a":"x\ty"}', '/a', /control character/],
    ['{"a":"x', '/a', /not closed/],
    [String.raw`{"a":"\x41"}`, '/a', /escape/],
    ['NaN', '', /no value/],
    ['[1,,2]', '', /value/],
  ])('is refused with line and column: %j', (text, pointer, message) => {
    const faults = faultsOf(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.message).toMatch(message)
    if (text.trim() !== '') expect(faults[0]?.message).toMatch(/^Line 1, column \d+: /)
    if (pointer !== '') expect(faults[0]?.pointer.startsWith(pointer.split('/').slice(0, 2).join('/'))).toBe(true)
  })

  it('never throws and always tells why', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const read = readJson(text)
        if (!read.ok) expect(read.faults.length).toBeGreaterThan(0)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = readJson(bytes)
        if (!read.ok) expect(read.faults.length).toBeGreaterThan(0)
      }),
    )
  })

  it('is never taken when JSON.parse refuses it, and the other way round only for a rule of ours', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-', '0', 'true', 'null', '"', ' ')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        const read = readJson(text)
        if (!valid) expect(read.ok).toBe(false)
        else if (!read.ok) expect(read.faults[0]?.message).toMatch(/more than once/)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('limits', () => {
  const limits = { maxBytes: 100, maxDepth: 3, maxFaults: 2 }

  it('refuse a document that is too large, by bytes and not by characters', () => {
    expect(faultsOf(`"${'a'.repeat(98)}"`, limits)).toEqual([])
    expect(faultsOf(`"${'a'.repeat(99)}"`, limits)[0]?.message).toMatch(/101 bytes; at most 100/)
    expect(faultsOf(`"${'ố'.repeat(50)}"`, limits)[0]?.message).toMatch(/152 bytes/)
  })

  it('refuse a document that is too deep, closed or not', () => {
    expect(faultsOf('[[[1]]]', limits)).toEqual([])
    expect(faultsOf('[[[[1]]]]', limits)[0]?.message).toMatch(/more than 3 levels/)
    expect(faultsOf('['.repeat(90), limits)[0]?.message).toMatch(/more than 3 levels/)
    expect(faultsOf(`"${'['.repeat(90)}"`, limits)).toEqual([])
  })

  it('keep the answer small', () => {
    expect(faultsOf('[{"a":1,"a":1},{"a":1,"a":1},{"a":1,"a":1}]', limits)).toHaveLength(2)
  })
})
