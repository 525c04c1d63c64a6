import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { checkDigit } from './check-digit.ts'
import {
  buildDigitalLink,
  canonicalDigitalLink,
  type DigitalLink,
  digitalLinkOf,
  isQualifierSequence,
  keyLevels,
  parseDigitalLink,
} from './digital-link.ts'
import { Gs1SyntaxError, type Gs1SyntaxFault } from './gs1-syntax-error.ts'

const GTIN = '09506000134352'
const KEY = { ai: '01', value: GTIN }

function faultOf(run: () => unknown): Gs1SyntaxFault | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return error.code
    throw error
  }
}

const el = (ai: string, value: string) => ({ ai, value })
const keyed = (body: string) => body + checkDigit(body)

describe('reading a GS1 Digital Link URI', () => {
  it('gives key, qualifiers, attributes and what is not GS1’s', () => {
    expect(
      parseDigitalLink(`https://ocop.vn/vi/01/${GTIN}/22/A/10/L%2F1/21/S+1?17=271231&utm=zalo&3103=000500&flag#top`),
    ).toEqual({
      stem: 'https://ocop.vn/vi',
      primaryKey: KEY,
      qualifiers: [el('22', 'A'), el('10', 'L/1'), el('21', 'S+1')],
      attributes: [el('17', '271231'), el('3103', '000500')],
      otherParameters: ['utm=zalo', 'flag'],
      fragment: 'top',
    })
  })

  it.each([
    ['an explicit port', 'https://ocop.vn:8443'],
    ['an IPv4 address', 'http://192.0.2.7:9100'],
    ['an IPv6 address', 'https://[2001:db8::7]:443'],
    ['a punycode host', 'https://xn--sao-lng-jwa.vn'],
    ['a host that ends with a dot', 'https://ocop.vn.'],
    ['an upper-case scheme and host', 'HTTPS://OCOP.VN'],
    ['a stem', 'https://ocop.vn/a/b'],
    ['a stem that looks like a key', 'https://ocop.vn/01/12345678901231/x'],
    ['an empty segment in the stem', 'https://ocop.vn//a'],
  ])('takes %s', (_, stem) => {
    expect(parseDigitalLink(`${stem}/01/${GTIN}`)).toMatchObject({ stem, primaryKey: KEY })
  })

  it.each([
    ['nothing', '', 'not_a_digital_link'],
    ['no URI', GTIN, 'not_a_digital_link'],
    ['another scheme', `ftp://ocop.vn/01/${GTIN}`, 'not_a_digital_link'],
    ['a scheme in mixed case', `HTTPs://ocop.vn/01/${GTIN}`, 'not_a_digital_link'],
    ['a user name', `https://me@ocop.vn/01/${GTIN}`, 'not_a_digital_link'],
    ['a user name and a password', `https://me:secret@ocop.vn/01/${GTIN}`, 'not_a_digital_link'],
    ['a percent sign in the host', `https://oc%6Fp.vn/01/${GTIN}`, 'not_a_digital_link'],
    ['an IPv6 zone', `https://[fe80::1%25lo]/01/${GTIN}`, 'not_a_digital_link'],
    ['an underscore in the host', `https://sao_lang.vn/01/${GTIN}`, 'not_a_digital_link'],
    ['no host', `https:///01/${GTIN}`, 'not_a_digital_link'],
    ['a query instead of a path', `https://ocop.vn?01=${GTIN}`, 'no_primary_key'],
    ['a space', `https://ocop.vn/01/${GTIN}/10/A B`, 'not_a_digital_link'],
    ['a Vietnamese letter', `https://ocop.vn/01/${GTIN}/10/LÔ`, 'not_a_digital_link'],
    ['a brace', `https://ocop.vn/01/${GTIN}/10/{A}`, 'not_a_digital_link'],
    ['no path', 'https://ocop.vn', 'no_primary_key'],
    ['no key', 'https://ocop.vn/q/0ABCDEFGHJKMNPQR', 'no_primary_key'],
    ['a qualifier without a key', 'https://ocop.vn/10/L1', 'no_primary_key'],
    ['something behind the key', `https://ocop.vn/01/${GTIN}/foo`, 'no_primary_key'],
    ['a pair that is no AI', `https://ocop.vn/01/${GTIN}/foo/bar`, 'no_primary_key'],
    ['an unknown AI', `https://ocop.vn/01/${GTIN}/89/A`, 'no_primary_key'],
    ['a slash at the end', `https://ocop.vn/01/${GTIN}/`, 'no_primary_key'],
    ['the word for the key', `https://ocop.vn/gtin/${GTIN}`, 'no_primary_key'],
    ['an empty value', `https://ocop.vn/01/${GTIN}/10/`, 'empty_value'],
    ['an empty key', `https://ocop.vn/01//21/A`, 'empty_value'],
    ['a GTIN-13 in the path', `https://ocop.vn/01/${GTIN.slice(1)}`, 'wrong_length'],
    ['a GTIN-12 in the path', 'https://ocop.vn/01/416000336108', 'wrong_length'],
    ['a GTIN-8 in the path', 'https://ocop.vn/01/96385074', 'wrong_length'],
    ['a wrong check digit', 'https://ocop.vn/01/09506000134353', 'wrong_content'],
    ['a letter in a GTIN', 'https://ocop.vn/01/0950600013435A', 'wrong_content'],
    ['a serial of 21 characters', `https://ocop.vn/01/${GTIN}/21/${'A'.repeat(21)}`, 'wrong_length'],
    ['an encoded NUL', `https://ocop.vn/01/${GTIN}/21/A%00`, 'wrong_content'],
    ['an encoded space', `https://ocop.vn/01/${GTIN}/21/A%20B`, 'wrong_content'],
    ['an encoded letter outside ASCII', `https://ocop.vn/01/${GTIN}/21/%C3%94`, 'wrong_content'],
    ['a caret', `https://ocop.vn/01/${GTIN}/21/%5E`, 'wrong_content'],
    ['a plus in the query, which is a space', `https://ocop.vn/01/${GTIN}?99=A+B`, 'wrong_content'],
    ['an impossible date', `https://ocop.vn/01/${GTIN}?17=270230`, 'wrong_content'],
    ['an AI without a value in the query', `https://ocop.vn/01/${GTIN}?99=`, 'empty_value'],
    ['digits that are no AI in the query', `https://ocop.vn/01/${GTIN}?999=A`, 'unknown_ai'],
    ['qualifiers in another order', `https://ocop.vn/01/${GTIN}/21/A/10/B`, 'wrong_qualifiers'],
    ['two sequences of qualifiers mixed', `https://ocop.vn/01/${GTIN}/10/B/235/C`, 'wrong_qualifiers'],
    ['an attribute in the path', `https://ocop.vn/01/${GTIN}/17/271231`, 'wrong_qualifiers'],
    ['the qualifier of another key', `https://ocop.vn/01/${GTIN}/254/A`, 'wrong_qualifiers'],
    ['a qualifier in the query', `https://ocop.vn/01/${GTIN}?10=A`, 'belongs_in_path'],
    ['an AI in the query that is no attribute', `https://ocop.vn/01/${GTIN}?8200=a`, 'not_an_attribute'],
    ['a serial in the query', `https://ocop.vn/01/${GTIN}?21=A`, 'not_an_attribute'],
    ['an attribute twice', `https://ocop.vn/01/${GTIN}?99=A&99=A`, 'duplicate_ai'],
    ['the key again in the query', `https://ocop.vn/01/${GTIN}?01=${GTIN}`, 'duplicate_ai'],
    ['a qualifier twice', `https://ocop.vn/01/${GTIN}/10/A/10/A`, 'wrong_qualifiers'],
    ['AIs that exclude each other', `https://ocop.vn/01/${GTIN}?255=9506000134369`, 'excluded_pair'],
    ['an AI without the one it needs', `https://ocop.vn/01/${GTIN}?37=5`, 'excluded_pair'],
    ['a price without a measure', `https://ocop.vn/01/${GTIN}?3922=0299`, 'missing_pair'],
    ['an origin part without the origin', `https://ocop.vn/01/${GTIN}?427=A`, 'missing_pair'],
    ['two units of one weight', `https://ocop.vn/01/${GTIN}?3102=000100&3103=001000`, 'excluded_pair'],
    ['more than 64 elements', `https://ocop.vn/01/${GTIN}?${'a=1&'.repeat(64)}`, 'too_much'],
    ['a URI of 9,000 characters', `https://ocop.vn/${'a'.repeat(9_000)}/01/${GTIN}`, 'too_much'],
  ])('refuses %s', (_, uri, code) => {
    expect(faultOf(() => parseDigitalLink(uri))).toBe(code)
  })

  it('takes a GTIN of 8, 12 or 13 digits only when asked to, as 14 digits', () => {
    for (const short of ['9506000134352', '416000336108', '96385074']) {
      const { primaryKey } = parseDigitalLink(`https://ocop.vn/01/${short}`, { acceptShortGtin: true })
      expect(primaryKey.value).toBe(short.padStart(14, '0'))
    }
    expect(faultOf(() => parseDigitalLink('https://ocop.vn/01/9506000134353', { acceptShortGtin: true }))).toBe(
      'wrong_content',
    )
  })

  it('reads the same scheme, host and stem letters in the value as they are, percent-encoded or not', () => {
    expect(parseDigitalLink(`https://ocop.vn/01/${GTIN}/21/%41%2d%2F`).qualifiers).toEqual([el('21', 'A-/')])
    expect(parseDigitalLink(`https://ocop.vn/01/${GTIN}/21/A%2`).qualifiers).toEqual([el('21', 'A%2')])
  })

  it('takes an alternative qualifier and then the lot in the query', () => {
    expect(parseDigitalLink(`https://ocop.vn/01/${GTIN}/235/X?10=L1`)).toMatchObject({
      qualifiers: [el('235', 'X')],
      attributes: [el('10', 'L1')],
    })
  })

  it('names the AI and the fault in a whole sentence', () => {
    expect(() => parseDigitalLink('https://ocop.vn/01/09506000134353')).toThrow(
      'The value of AI (01) has a wrong check digit',
    )
    expect(() => parseDigitalLink(`https://ocop.vn/01/${GTIN}?10=A`)).toThrow(
      'AI (10) belongs into the path, behind AI (01)',
    )
    expect(() => parseDigitalLink(`https://ocop.vn/01/${GTIN}/21/A/10/B`)).toThrow(
      'Behind AI (01) the path cannot go on with (21) (10) in this order',
    )
  })

  it('throws Gs1SyntaxError and nothing else, whatever the text', () => {
    const pieces = fc.constantFrom(
      'https://',
      'a.vn',
      '/',
      '01',
      GTIN,
      '10',
      '21',
      '?',
      '&',
      '=',
      '#',
      '%2F',
      '%',
      '[',
      '@',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 14 }), (parts) => {
        faultOf(() => parseDigitalLink(`https://a${parts.join('')}`))
        faultOf(() => parseDigitalLink(parts.join('')))
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('the keys of Digital Links and their qualifiers', () => {
  it.each([
    ['00', keyed('10614141123456789'), []],
    ['01', GTIN, ['22', '10', '21']],
    ['01', GTIN, ['235']],
    ['253', `${keyed('952012345678')}DOC`, []],
    ['255', keyed('952012345678'), []],
    ['401', '952012345678A', []],
    ['402', keyed('9520123456789012'), []],
    ['414', keyed('952012345678'), ['254']],
    ['414', keyed('952012345678'), ['7040']],
    ['417', keyed('952012345678'), ['7040']],
    ['8003', `0${keyed('952012345678')}A1`, []],
    ['8004', '9520ABC', ['7040']],
    ['8006', `${GTIN}0102`, ['22', '10', '21']],
    ['8010', '9520-A/1', ['8011']],
    ['8013', '1987654Ad4X4bL5ttr2310c2K', []],
    ['8017', keyed('95012345678901234'), ['8019']],
    ['8018', keyed('95012345678901234'), ['8019']],
  ])('(%s) is one, and takes every part of its sequence in order', (key, value, sequence) => {
    const values: Record<string, string> = { 7040: '1ABC', 8011: '12', 8019: '7' }
    for (let mask = 0; mask < 2 ** sequence.length; mask++) {
      const qualifiers = sequence.filter((_, at) => mask & (2 ** at)).map((ai) => el(ai, values[ai] ?? 'Q1'))
      const link = { primaryKey: el(key, value), qualifiers, attributes: [] }
      const { primaryKey, qualifiers: read, attributes } = parseDigitalLink(buildDigitalLink(link))
      expect({ primaryKey, qualifiers: read, attributes }).toEqual(link)
    }
  })

  it('(415) is one only with its reference number', () => {
    const gln = keyed('952012345678')
    expect(parseDigitalLink(`https://ocop.vn/415/${gln}/8020/R1`).qualifiers).toEqual([el('8020', 'R1')])
    expect(faultOf(() => parseDigitalLink(`https://ocop.vn/415/${gln}`))).toBe('missing_pair')
  })

  it('are these sixteen and no others', () => {
    const keys = [...APPLICATION_IDENTIFIERS.values()].filter((ai) => ai.keyQualifiers).map(({ ai }) => ai)
    expect(keys.sort().join(' ')).toBe('00 01 253 255 401 402 414 415 417 8003 8004 8006 8010 8013 8017 8018')
    expect(isQualifierSequence('10', [])).toBe(false)
    expect(isQualifierSequence('99', ['10'])).toBe(false)
  })
})

describe('writing a Digital Link URI', () => {
  const link: DigitalLink = {
    primaryKey: KEY,
    qualifiers: [el('10', 'L/1+'), el('21', 'a b'.replace(' ', '_'))],
    attributes: [el('99', 'x&y=z'), el('17', '271231')],
  }

  it('encodes values, keeps the order of attributes and drops a slash behind the stem', () => {
    expect(buildDigitalLink(link, 'https://ocop.vn/vi/')).toBe(
      `https://ocop.vn/vi/01/${GTIN}/10/L%2F1%2B/21/a_b?99=x%26y%3Dz&17=271231`,
    )
  })

  it.each(['', 'ocop.vn', 'ftp://ocop.vn', 'https://', 'https://ocop.vn?x', 'https://ocop.vn#x', 'https://me@ocop.vn'])(
    'refuses the stem %j',
    (stem) => {
      expect(faultOf(() => buildDigitalLink(link, stem))).toBe('not_a_digital_link')
    },
  )

  it('refuses what could not be read back', () => {
    const build = (part: Partial<DigitalLink>) => faultOf(() => buildDigitalLink({ ...link, ...part }))
    expect(build({ primaryKey: el('10', 'A') })).toBe('wrong_qualifiers')
    expect(build({ primaryKey: el('01', '1') })).toBe('wrong_length')
    expect(build({ qualifiers: [el('21', 'Ô')] })).toBe('wrong_content')
    expect(build({ qualifiers: [], attributes: [el('10', 'A')] })).toBe('belongs_in_path')
    expect(build({ attributes: [el('99', 'a'), el('99', 'b')] })).toBe('duplicate_ai')
  })

  it('is undone by reading, for every value', () => {
    const cset82 = '!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz'
    const anyValue = fc.array(fc.constantFrom(...cset82), { minLength: 1, maxLength: 20 }).map((c) => c.join(''))
    const anyGtin = fc.stringMatching(/^[0-9]{13}$/).map(keyed)
    fc.assert(
      fc.property(anyGtin, anyValue, anyValue, anyValue, (gtin, lot, serial, internal) => {
        const made = {
          primaryKey: el('01', gtin),
          qualifiers: [el('10', lot), el('21', serial)],
          attributes: [el('91', internal)],
        }
        const { primaryKey, qualifiers, attributes } = parseDigitalLink(buildDigitalLink(made, 'https://ocop.vn'))
        expect({ primaryKey, qualifiers, attributes }).toEqual(made)
      }),
    )
  })
})

describe('the canonical Digital Link URI', () => {
  it('is one text for all links that say the same', () => {
    const same = [
      `https://id.gs1.org/01/${GTIN}/10/L1?17=271231&3103=000500`,
      `http://OCOP.vn:80/some/stem/01/${GTIN}/10/%4c1?3103=000500&utm=x&17=271231#f`,
      `HTTPS://OCOP.VN/01/${GTIN.slice(1)}/10/L1?17=271231&3103=000500`,
    ]
    const canonical = same.map((uri) => canonicalDigitalLink(parseDigitalLink(uri, { acceptShortGtin: true })))
    expect(new Set(canonical)).toEqual(new Set([`https://id.gs1.org/01/${GTIN}/10/L1?17=271231&3103=000500`]))
  })

  it('is its own canonical form', () => {
    const uri = `https://id.gs1.org/414/${keyed('952012345678')}/254/32a%2Fb`
    expect(canonicalDigitalLink(parseDigitalLink(uri))).toBe(uri)
  })
})

describe('a Digital Link of the elements of a barcode', () => {
  it('takes the first key, the longest sequence of qualifiers, and the rest as attributes, fixed lengths first', () => {
    expect(digitalLinkOf([el('99', 'X'), el('21', 'S'), KEY, el('17', '271231'), el('10', 'L')])).toEqual({
      primaryKey: KEY,
      qualifiers: [el('10', 'L'), el('21', 'S')],
      attributes: [el('17', '271231'), el('99', 'X')],
    })
  })

  it('takes equal repetitions once and refuses different ones', () => {
    expect(digitalLinkOf([KEY, KEY, el('10', 'L'), el('10', 'L')]).qualifiers).toEqual([el('10', 'L')])
    expect(faultOf(() => digitalLinkOf([KEY, el('10', 'L'), el('10', 'M')]))).toBe('different_values')
  })

  it.each([
    ['no key', [el('10', 'L')], 'no_primary_key'],
    ['nothing', [], 'no_primary_key'],
    ['two serial numbers of different kinds', [KEY, el('21', 'S'), el('235', 'T')], 'excluded_pair'],
    ['an element that no link carries', [KEY, el('8200', 'x')], 'not_an_attribute'],
    ['a value that is none', [KEY, el('17', '991332')], 'wrong_content'],
    ['an AI that does not exist', [KEY, el('89', 'x')], 'unknown_ai'],
  ])('refuses %s', (_, elements, code) => {
    expect(faultOf(() => digitalLinkOf(elements))).toBe(code)
  })
})

describe('the levels of a key', () => {
  it.each([
    ['/22/A/10/L/21/S', ['/21/S', '/22/A/10/L', '/10/L', '/22/A', '']],
    ['/10/L/21/S', ['/21/S', '/10/L', '']],
    ['/22/A/10/L', ['/22/A/10/L', '/10/L', '/22/A', '']],
    ['/235/T', ['/235/T', '']],
    ['', ['']],
  ])('of %s go from the finest to the bare key, without attributes', (path, levels) => {
    const link = parseDigitalLink(`https://ocop.vn/01/${GTIN}${path}?17=271231`)
    expect(keyLevels(link).map((level) => buildDigitalLink(level, 'https://ocop.vn'))).toEqual(
      levels.map((level) => `https://ocop.vn/01/${GTIN}${level}`),
    )
  })
})
