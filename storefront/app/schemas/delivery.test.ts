import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliverySchema, normalisePhone } from './delivery.ts'
import { parseForm } from './form.ts'

const typed = {
  name: 'Nguyễn Thị Sen',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '30001',
  street: 'Ấp Mỹ Phước 2',
  note: '',
}
function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('a Vietnamese phone number is ten digits starting with 0, or +84', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['0912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(091) 234-5678', '0912345678'],
    ['+84912345678', '0912345678'],
    ['+84 (0)912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['０９１２３４５６７８', '0912345678'],
  ])('%s is %s', (given, canonical) => expect(normalisePhone(given)).toBe(canonical))

  it.each(['', '912345678', '091234567', '09123456789', '0012345678', '+85912345678', '0912 345 67a', '++84912345678'])(
    '%s is refused',
    (given) => expect(normalisePhone(given)).toBeNull(),
  )

  it('every accepted number stays the same when it is read again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{8}$/), fc.constantFrom('0', '+84', '84', '0084'), (rest, prefix) => {
        const once = normalisePhone(prefix + rest)
        expect(once).toBe(`0${rest}`)
        expect(normalisePhone(once ?? '')).toBe(once)
      }),
    )
  })
})

describe('the delivery form', () => {
  it('reads a complete address and leaves empty optional fields out', () => {
    const result = parseForm(deliverySchema, form(typed))
    expect(result).toEqual({
      ok: true,
      value: { ...typed, phone: '0912345678', note: undefined },
    })
  })

  it('keeps everything typed and names each wrong field, in the order of the form', () => {
    const result = parseForm(deliverySchema, form({ ...typed, name: ' ', phone: '123', communeCode: '' }))
    expect(result).toEqual({
      ok: false,
      values: { ...typed, name: ' ', phone: '123', email: '', communeCode: '', legacyPlace: '' },
      errors: {
        name: 'errorName',
        phone: 'errorPhone',
        communeCode: 'errorCommune',
      },
    })
    expect(result.ok ? [] : Object.keys(result.errors)).toEqual(['name', 'phone', 'communeCode'])
  })

  it('tells a missing phone from a wrong one', () => {
    const result = parseForm(deliverySchema, form({ ...typed, phone: '  ' }))
    expect(result.ok ? null : result.errors.phone).toBe('errorPhoneMissing')
  })

  it('treats a field that was not sent as empty', () => {
    const result = parseForm(deliverySchema, form({ name: 'Sen' }))
    expect(result.ok ? null : Object.keys(result.errors)).toEqual(['phone', 'provinceCode', 'communeCode', 'street'])
  })

  it('joins broken lines and repeated spaces of an address', () => {
    const result = parseForm(deliverySchema, form({ ...typed, street: ' Số 5\r\n  Ấp  Mỹ Phước ' }))
    expect(result.ok ? result.value.street : null).toBe('Số 5 Ấp Mỹ Phước')
  })
})
