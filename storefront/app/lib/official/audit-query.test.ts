import { expect, test } from 'vitest'
import { auditPath, auditSearch, readAuditFilter } from './audit-query.ts'

const read = (query: string) => readAuditFilter(new URLSearchParams(query))

test('reads day, kind and id, and asks for nothing that is not given', () => {
  const filter = read('ngay=2026-11-23&loai=dossier&ma=hs-1&truoc=audit_01ABC')
  expect(auditSearch(filter)).toEqual({
    day: '2026-11-23',
    subjectType: 'dossier',
    subjectId: 'hs-1',
    before: 'audit_01ABC',
  })
  expect(auditSearch(read(''))).toEqual({})
  expect(auditPath(filter, 'audit_02')).toBe('/can-bo/nhat-ky?ngay=2026-11-23&loai=dossier&ma=hs-1&truoc=audit_02')
})

test.each(['2026-02-30', 'hom-qua', '2026-13-01'])('leaves out a day that is none (%s) and says so', (day) => {
  expect(read(`ngay=${day}`)).toMatchObject({ day: '', dayValid: false })
})

test('leaves out a kind and a page it does not know', () => {
  expect(read('loai=nguoi&truoc=1%3BDROP')).toMatchObject({ type: '', before: '' })
})
