import fc from 'fast-check'
import QRCode from 'qrcode'
import { describe, expect, it } from 'vitest'
import { qrMatrix } from './qr-matrix.ts'

const anyDigits = fc.stringMatching(/^[0-9]{199}$/)
const anyCode = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/)

describe('the QR symbol of a label', () => {
  it('equals the library’s own with its choice of mask, for plain labels', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.constantFrom('HTTPS://OCOP.VN/Q/', 'HTTPS://OCOP.VN/01/09506000134352/21/'),
        (code, at) => {
          const own = qrMatrix(at + code)
          const { modules, version } = QRCode.create([{ data: at + code, mode: 'alphanumeric' }], {
            errorCorrectionLevel: 'M',
          })
          expect([own.version, own.size]).toEqual([version, modules.size])
          expect(Buffer.from(own.modules).equals(Buffer.from(modules.data))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('equals the library’s own for signed labels and for addresses that need bytes', () => {
    fc.assert(
      fc.property(anyDigits, fc.constantFrom('HTTPS://OCOP.VN/Q/', 'https://sao_lang.vn/q/'), (digits, at) => {
        const own = qrMatrix(at, digits)
        const prefix = at.startsWith('HTTPS')
          ? ({ data: at, mode: 'alphanumeric' } as const)
          : ({ data: new TextEncoder().encode(at), mode: 'byte' } as const)
        const { modules } = QRCode.create([prefix, { data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'M' })
        expect(Buffer.from(own.modules).equals(Buffer.from(modules.data))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
