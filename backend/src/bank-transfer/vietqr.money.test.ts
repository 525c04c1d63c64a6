import fc from 'fast-check'
import { BanksObject, QRPay } from 'vietnam-qr-pay'
import { BANKS, SAMPLE_BIN } from '../money/banks'
import { contentCodesIn, displayNosIn, newContentCode } from './content-code'
import { crc16, vietQr } from './vietqr'

it('CRC-16/CCITT-FALSE gives its published check value', () => {
  expect(crc16('123456789')).toBe('29B1')
})

it.each([
  // The example that NAPAS's members publish with the format.
  [
    { bin: '970415', account: '113366668888', amount: 79_000, purpose: 'Ung Ho Quy Vac Xin' },
    '00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA53037045405790005802VN62220818Ung Ho Quy Vac Xin63043ACF',
  ],
  // github.com/subiz/vietqr, README.
  [
    { bin: '970415', account: '0011001932418', amount: 120_000, purpose: 'ung ho lu lut' },
    '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C',
  ],
])('writes the published example %#', (transfer, published) => {
  expect(vietQr(transfer)).toBe(published)
})

const transfers = fc.record({
  bin: fc.constantFrom(...BANKS.map(({ bin }) => bin)),
  account: fc.stringMatching(/^[0-9]{6,19}$/),
  amount: fc.integer({ min: 1, max: 9_999_999_999_999 }),
  purpose: fc.constant(null).map(() => newContentCode()),
})

it('another program reads every code as it was meant', () => {
  fc.assert(
    fc.property(transfers, (transfer) => {
      const read = new QRPay(vietQr(transfer))
      expect(read.isValid).toBe(true)
      expect(read.consumer.bankBin).toBe(transfer.bin)
      expect(read.consumer.bankNumber).toBe(transfer.account)
      expect(read.amount).toBe(String(transfer.amount))
      expect(read.additionalData.purpose).toBe(transfer.purpose)
    }),
    { numRuns: 2_000 },
  )
})

it('one changed character shows by the check value', () => {
  fc.assert(
    fc.property(transfers, fc.nat(), (transfer, at) => {
      const code = vietQr(transfer)
      const place = at % (code.length - 4)
      const changed = `${code.slice(0, place)}${code[place] === '7' ? '8' : '7'}${code.slice(place + 1)}`
      expect(crc16(changed.slice(0, -4))).not.toBe(code.slice(-4))
    }),
  )
})

it.each([
  { bin: '97041', account: '1', amount: 1, purpose: 'A' },
  { bin: '970415', account: '12345678901234567890', amount: 1, purpose: 'A' },
  { bin: '970415', account: '12 34', amount: 1, purpose: 'A' },
  { bin: '970415', account: '1', amount: 0, purpose: 'A' },
  { bin: '970415', account: '1', amount: 1.5, purpose: 'A' },
  { bin: '970415', account: '1', amount: 1, purpose: 'Ủng hộ' },
  { bin: '970415', account: '1', amount: 1, purpose: 'A'.repeat(26) },
])('refuses what the format cannot carry: %o', (transfer) => {
  expect(() => vietQr(transfer)).toThrow()
})

it('knows banks by the numbers another program knows them by, and offers no account at one that does not exist', () => {
  const theirs = new Set(Object.values(BanksObject).map(({ bin }) => bin))
  expect(BANKS.filter(({ bin }) => !theirs.has(bin))).toEqual([])
  expect(theirs.has(SAMPLE_BIN)).toBe(false)
})

it('finds its code in whatever a bank makes of the content, and no other', () => {
  const noise = fc.string({ unit: fc.constantFrom(...'ABCDEF 0123.-/_:') })
  fc.assert(
    fc.property(noise, noise, fc.nat({ max: 8 }), fc.boolean(), (before, after, split, lower) => {
      const code = newContentCode()
      const written = `${code.slice(0, split)} ${code.slice(split)}`
      const content = `${before}${lower ? written.toLowerCase() : written} ${after}`
      expect(contentCodesIn(content)).toEqual([code])
    }),
    { numRuns: 2_000 },
  )
})

it('a code with one wrong character is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), (at) => {
      const code = newContentCode()
      const wrong = `${code.slice(0, at)}${code[at] === 'X' ? 'Y' : 'X'}${code.slice(at + 1)}`
      expect(contentCodesIn(wrong)).toEqual([])
    }),
  )
})

it('letters that look alike are read as meant, and numbers of orders are found too', () => {
  const code = 'SL10A0A1'
  const proof = contentCodesIn(
    `${code}0 ${[...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((sign) => `${code}${sign}`).join(' . ')}`,
  )
  expect(proof.length).toBeGreaterThan(0)
  const [whole = ''] = proof
  expect(contentCodesIn(whole.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual([whole])
  expect(displayNosIn('thanh toan SL-2611-0001AB nguyen van a')).toEqual(['SL-2611-0001AB'])
  expect(displayNosIn('MBVCB.123.SL 2611 0001AB')).toEqual(['SL-2611-0001AB'])
})
