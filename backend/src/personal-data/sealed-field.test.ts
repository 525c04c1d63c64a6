import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { PersonalKeys, SealError } from './sealed-field'

const hex = () => randomBytes(32).toString('hex')
const place = { producerId: 'producer_1', subject: 'representative', field: 'ethnicity' }

describe('a sealed personal field', () => {
  it('opens to what was sealed, whatever it is, and never looks the same twice', () => {
    const keys = new PersonalKeys([hex()])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
        const sealed = keys.seal(value, place)
        expect(keys.open(sealed, place)).toBe(value)
        expect(keys.seal(value, place).ciphertext).not.toBe(sealed.ciphertext)
      }),
    )
  })

  it('opens in no other place: another producer, person or field', () => {
    const keys = new PersonalKeys([hex()])
    const sealed = keys.seal('Tày', place)
    for (const other of [
      { ...place, producerId: 'producer_2' },
      { ...place, subject: 'worker' },
      { ...place, field: 'gender' },
      { producerId: 'producer_1","representative', subject: '', field: 'ethnicity' },
    ]) {
      expect(() => keys.open(sealed, other)).toThrow(SealError)
    }
  })

  it('does not open when one bit of it was changed', () => {
    const keys = new PersonalKeys([hex()])
    const sealed = keys.seal('012345678901', place)
    const bytes = Buffer.from(sealed.ciphertext, 'base64')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => keys.open({ ...sealed, ciphertext: changed.toString('base64') }, place)).toThrow(SealError)
    }
    expect(() => keys.open({ ...sealed, ciphertext: '' }, place)).toThrow(SealError)
  })

  it('is opened by an older key and sealed by the newest', () => {
    const [old, fresh] = [hex(), hex()]
    const sealed = new PersonalKeys([old]).seal('Dao', place)
    const rotated = new PersonalKeys([fresh, old])
    expect(rotated.open(sealed, place)).toBe('Dao')
    expect(rotated.seal('Dao', place).keyId).toBe(new PersonalKeys([fresh]).current)
    expect(() => new PersonalKeys([fresh]).open(sealed, place)).toThrow(SealError)
  })

  it('a fault tells nothing of the value', () => {
    const keys = new PersonalKeys([hex()])
    const sealed = keys.seal('Khuyết tật vận động', place)
    expect(() => keys.open(sealed, { ...place, field: 'x' })).toThrow(/^a personal field does not open$/)
  })
})
