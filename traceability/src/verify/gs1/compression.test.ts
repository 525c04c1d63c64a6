import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { decompressDigitalLink } from './compression.ts'
import { canonicalDigitalLink } from './digital-link.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A text of zeros and ones as base64url, padded with zeros. */
function base64url(bits: string): string {
  const padded = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0')
  return (padded.match(/.{6}/g) ?? []).map((six) => ALPHABET.charAt(Number.parseInt(six, 2))).join('')
}

const hex = (digits: string) =>
  [...digits].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
const number = (digits: string, bits: number) => BigInt(digits).toString(2).padStart(bits, '0')

describe('decompressing a Digital Link', () => {
  // What GS1's Digital Link Toolkit (github.com/gs1/GS1DigitalLinkToolkit.js) writes for these links, with and without
  // its sequences of AIs.
  it.each([
    ['/ARFKk4XBoA', '/01/09506000134352'],
    ['/DBFKk4XBoOGgAIQYgow5JRhp6CI', '/01/09506000134352/21/0ABCDEFGHJKMNPQR'],
    ['/ARFKk4XBoELhoACEGIKMOSUYaegi', '/01/09506000134352/21/0ABCDEFGHJKMNPQR'],
    ['/GhFKk4XBoM5Z322m3SEb-hUI', '/01/09506000134352/10/LO-2026/21/A1?17=271231'],
    ['/ARFKk4XBoCDOWd9tpt0LoRv5ChUI', '/01/09506000134352/10/LO-2026/21/A1?17=271231'],
    ['/LRFKk4XBoAA-ghC4cWNex', '/01/09506000134352/10/abc%2F1?3103=000500'],
    ['/ARFKk4XBoCELhxY17ExAwAfQ', '/01/09506000134352/10/abc%2F1?3103=000500'],
    ['/nSMyqKiTk60U', '/414/9520123456788/254/32a'],
    ['/JUIzKkFIqJOTrRQ', '/414/9520123456788/254/32a'],
    ['/gARKlSCrze8', '/8004/9520ABCDEF'],
    ['/DBFKk4XBoFG9W33e', '/01/09506000134352/21/deadbeef'],
    ['/DBFKk4XBoAowOQ', '/01/09506000134352/21/12345'],
    ['/ARFKk4XBoIR2AzMKI', '/01/09506000134352?423=704418116'],
  ])('%s is %s', (path, canonical) => {
    expect(canonicalDigitalLink(decompressDigitalLink(path))).toBe(`https://id.gs1.org${canonical}`)
  })

  it('keeps pairs that are not GS1’s', () => {
    const link = decompressDigitalLink('/DBFKk4XBoIVD4O62ZhM2paA')
    expect(canonicalDigitalLink(link)).toBe('https://id.gs1.org/01/09506000134352/21/A1')
    expect(link.otherParameters).toEqual(['utm=zalo'])
  })

  it('takes the key in plain before the compressed part', () => {
    const serial = base64url(`${hex('21')}000${number('5', 5)}${number('12345', 17)}`)
    const link = decompressDigitalLink(`/01/09506000134352/${serial}`)
    expect(canonicalDigitalLink(link)).toBe('https://id.gs1.org/01/09506000134352/21/12345')
  })

  it('loses no digit of the longest keys', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{17}$/), (body) => {
        const sscc = body + checkDigit(body)
        const link = decompressDigitalLink(`/${base64url(hex('00') + number(sscc, 60))}`)
        expect(link.primaryKey).toEqual({ ai: '00', value: sscc })
      }),
    )
  })

  it.each([
    '',
    '/',
    '/abc',
    '/q/0ABCDEFGHJKMNPQR',
    '/ARFKk4X',
    '/____',
    '/01/09506000134352/21/A',
    '/ARFKk4XBoB.',
    '/products',
  ])('refuses %j', (path) => {
    expect(() => decompressDigitalLink(path)).toThrow(Gs1SyntaxError)
  })

  it('throws Gs1SyntaxError and nothing else, whatever the bits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{4,60}$/), (text) => {
        try {
          expect(decompressDigitalLink(`/${text}`).primaryKey.ai).toMatch(/^[0-9]{2,4}$/)
        } catch (error) {
          expect(error).toBeInstanceOf(Gs1SyntaxError)
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
