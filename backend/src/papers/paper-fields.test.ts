import type { PaperKind } from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { ApiError } from '../http/api-error'
import { readPaperFields } from './paper-fields'

const TODAY = '2026-11-23'
const kind = (code: string, expires: boolean): PaperKind => ({
  ...{ code, vi: `Giấy ${code}`, en: code, hintVi: '', hintEn: '' },
  ...{ hasNumber: true, expires, personal: false },
})
const KINDS = [kind('business_registration', false), kind('food_safety', true)]
const read = (fields: Record<string, string>) => readPaperFields(fields, KINDS, TODAY)

function refusal(fields: Record<string, string>): [string, string | undefined] {
  try {
    read(fields)
  } catch (error) {
    if (error instanceof ApiError) return [error.code, error.field]
    throw error
  }
  throw new Error('it was taken')
}

describe('what is said about a paper', () => {
  it('may be no more than its kind, whose name is then its title', () => {
    expect(read({ kind: 'business_registration', title: ' ', number: '', issuedOn: '' })).toEqual({
      ...{ kind: 'business_registration', title: 'Giấy business_registration', issuer: null, number: null },
      ...{ issuedOn: null, expiresOn: null, sourceAreaRef: null, productRef: null },
    })
  })

  it.each([
    [{ kind: 'driving_licence' }, 'paper_kind_unknown', 'kind'],
    [{}, 'paper_kind_unknown', 'kind'],
    [{ kind: 'food_safety' }, 'paper_expiry_needed', 'expiresOn'],
    [{ kind: 'food_safety', noExpiry: 'on', expiresOn: '2027-01-01' }, 'paper_expiry_twice', 'expiresOn'],
    [{ kind: 'food_safety', issuedOn: '2026-11-24', expiresOn: '2027-01-01' }, 'paper_issued_later', 'issuedOn'],
    [{ kind: 'food_safety', issuedOn: '2026-11-02', expiresOn: '2026-11-01' }, 'paper_expiry_first', 'expiresOn'],
    [{ kind: 'food_safety', expiresOn: '2026-02-30' }, 'paper_day', 'expiresOn'],
    [{ kind: 'food_safety', issuedOn: '1/2/2026' }, 'paper_day', 'issuedOn'],
    [{ kind: 'food_safety', number: 'x'.repeat(81) }, 'paper_number', 'number'],
    [{ kind: 'food_safety', title: 'x'.repeat(201) }, 'paper_text', 'title'],
    [{ kind: 'food_safety', state: 'active' }, 'unknown_field', 'state'],
  ])('%o is refused with %s', (fields, code, field) => {
    expect(refusal(fields)).toEqual([code, field])
  })

  it('a paper that has expired is still a paper, and one issued today is issued', () => {
    expect(read({ kind: 'food_safety', issuedOn: TODAY, expiresOn: TODAY }).expiresOn).toBe(TODAY)
    expect(read({ kind: 'food_safety', expiresOn: '2020-01-01' }).expiresOn).toBe('2020-01-01')
    expect(read({ kind: 'food_safety', noExpiry: 'on' }).expiresOn).toBeNull()
  })

  it('none is taken that expires before it was issued', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date(TODAY), noInvalidDate: true })
    fc.assert(
      fc.property(day, day, (issued, expires) => {
        const [issuedOn, expiresOn] = [issued, expires].map((each) => each.toISOString().slice(0, 10)) as [
          string,
          string,
        ]
        const fields = { kind: 'food_safety', issuedOn, expiresOn }
        if (expiresOn < issuedOn) expect(refusal(fields)[0]).toBe('paper_expiry_first')
        else expect(read(fields)).toMatchObject({ issuedOn, expiresOn })
      }),
    )
  })
})
