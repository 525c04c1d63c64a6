import { weighRules } from './weigh-rules'

const record = (valid_from: string, valid_to: string | null, sha256 = valid_from, key = 'ocop') => ({
  ...{ kind: 'windows', key, valid_from, valid_to, sha256 },
})
const verdict = (given: ReturnType<typeof record>, ...adopted: ReturnType<typeof record>[]) =>
  weighRules([given], adopted)[0]

describe('rules change by a record with a later first day, never by changing one', () => {
  it('a later record ends one that has no last day of its own', () => {
    expect(verdict(record('2027-01-01', null), record('2026-05-22', null))).toBe('new')
  })

  it('the same record again is no change', () => {
    expect(verdict(record('2026-05-22', null), record('2026-05-22', null))).toBe('same')
  })

  it('another content for the same first day would change what was adopted', () => {
    expect(verdict(record('2026-05-22', null, 'b'), record('2026-05-22', null, 'a'))).toBe('changed')
    expect(verdict(record('2026-05-22', '2027-01-01', 'b'), record('2026-05-22', null, 'a'))).toBe('changed')
  })

  it('days of two records do not overlap, the last day being included', () => {
    const old = record('2023-02-24', '2026-05-21')
    expect(verdict(record('2026-05-22', null), old)).toBe('new')
    expect(verdict(record('2026-05-21', null), old)).toBe('overlaps')
    expect(verdict(record('2020-01-01', '2023-02-24'), old)).toBe('overlaps')
    expect(verdict(record('2020-01-01', '2023-02-23'), old)).toBe('new')
    expect(verdict(record('2020-01-01', null), old)).toBe('new')
  })

  it('another key is another rule', () => {
    expect(verdict(record('2026-05-22', null, 'a', '2027'), record('2026-05-22', null, 'b', '2026'))).toBe('new')
  })

  it('records given together are held against each other too', () => {
    expect(
      weighRules([record('2026-01-01', '2026-12-31'), record('2026-06-01', null), record('2027-01-01', null)], []),
    ).toEqual(['new', 'overlaps', 'new'])
  })
})
