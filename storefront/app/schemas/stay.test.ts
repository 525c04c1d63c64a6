import { expect, test } from 'vitest'
import { parseForm } from './form.ts'
import { askStaySchema } from './stay.ts'

const GOOD = {
  ...{ fromDay: '2026-12-05', toDay: '2026-12-07', adults: '2', children: '', name: '  Nguyễn  Hoa ' },
  ...{ phone: '0912 345 678', email: '', note: '', consent: '2026-11-24' },
}
function errorsOf(change: Record<string, string>): Record<string, string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...GOOD, ...change })) form.set(name, value)
  const parsed = parseForm(askStaySchema, form)
  return parsed.ok ? {} : parsed.errors
}

test('takes what people type, and no children where none are named', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries(GOOD)) form.set(name, value)
  expect(parseForm(askStaySchema, form)).toMatchObject({
    ok: true,
    value: { adults: 2, children: 0, name: 'Nguyễn Hoa', phone: '0912345678', email: null, note: null },
  })
})

test('says of each field what is wrong', () => {
  expect(errorsOf({ fromDay: '', toDay: '2026-02-30' })).toEqual({ fromDay: 'errorFromDay', toDay: 'errorToDay' })
  expect(errorsOf({ adults: '0', children: '-1' })).toEqual({ adults: 'errorAdults', children: 'errorChildren' })
  expect(errorsOf({ adults: '201' })).toEqual({ adults: 'errorAdults' })
  expect(errorsOf({ name: 'H', phone: '123', email: 'hoa' })).toEqual({
    ...{ name: 'errorName', phone: 'errorPhone', email: 'errorEmail' },
  })
  expect(errorsOf({ note: 'x'.repeat(1_001), consent: '' })).toEqual({ note: 'errorNote', consent: 'errorConsent' })
})
