import { describe, expect, it } from 'vitest'
import { samplePassport } from '../testing/samples.ts'
import type { VerdictResponse } from '../verify/verdict.ts'
import { issuedVerdict, notIssuedVerdict } from './verdict.ts'
import { verdictJson } from './verdict-json.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const lot: NonNullable<VerdictResponse['lot']> = {
  ref: 'lot-1',
  lotCode: 'Lô “sen” \\ 1',
  packedOn: null,
  bestBefore: null,
  quantity: null,
  status: 'packed',
  recall: null,
  sourceAreas: [],
  journey: [],
  sample: true,
}
const answer = (changes: { lot?: typeof lot | null; passport?: ReturnType<typeof samplePassport> | null }) =>
  issuedVerdict(
    {
      code: '0ABCDEFGHJKMNPQR',
      unit: { index: 3, status: 'void', voidReason: 'Tem “hỏng” }', earlierChecks: 0, firstCheckedAt: null },
      batch: { batchNo: 1, size: 10, issuedAt: '2026-10-16T00:00:00.000Z' },
      lot,
      passport: samplePassport(),
      ...changes,
    },
    NOW,
  )
const kept = (value: unknown) => (value === null ? null : Buffer.from(JSON.stringify(value)))

describe('the answer as JSON', () => {
  it.each([
    ['a whole answer', answer({})],
    ['an answer without a lot', answer({ lot: null })],
    ['an answer without a passport', answer({ passport: null })],
    ['a code not issued here', notIssuedVerdict('"}{\u2028', false, NOW)],
  ])('of %s is byte for byte what JSON.stringify makes of it', (_, response) => {
    const bytes = verdictJson(response, { lot: kept(response.lot), passport: kept(response.passport) })
    expect(bytes.toString()).toBe(JSON.stringify(response))
  })
})
