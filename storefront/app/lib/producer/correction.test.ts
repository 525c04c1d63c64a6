import { describe, expect, test } from 'vitest'
import { draftOfEntry } from './correction.ts'
import { readEntry } from './entry-form.ts'
import type { BookEntry, EntryBody } from './types.ts'

const NOW = new Date('2026-11-22T08:00:00Z')
const packing: EntryBody = {
  requestKey: 'k',
  step: 'packing',
  happenedAt: '2026-11-20T02:03:04.005Z',
  note: 'Ca sáng',
  about: [],
  quantity: null,
  inputs: [{ lotRef: 'lot-1', producer: null, amount: { value: 1240.5, unit: 'kg' } }],
  additions: [{ name: 'Muối', amount: { value: 0.25, unit: 'kg' } }],
  outputs: [
    {
      ref: 'lot-2',
      lotCode: 'DG-2011',
      kind: 'product',
      productRef: 'prod_1',
      material: null,
      amount: null,
      packs: { count: 1200, unit: 'hộp', net: { value: 0.5, unit: 'kg' } },
      packedOn: '2026-11-20',
      bestBefore: '2027-05-20',
    },
  ],
  sourceAreaRefs: [],
  handTo: null,
}

function kept(body: EntryBody, more: Partial<BookEntry['entry']> = {}): BookEntry {
  const inputs = body.inputs.map((input) => ({ ...input, partyRef: null }))
  return {
    ...{ stepNo: '1', step: body.step, happenedAt: body.happenedAt, recordedAt: body.happenedAt, part: 'made' },
    ...{ void: null, lock: null },
    entry: { ...body, inputs, evidence: [], place: null, handTo: null, orderRefs: [], ...more },
  }
}

describe('the form of an entry that is corrected', () => {
  const harvest: EntryBody = {
    ...packing,
    ...{ step: 'harvesting', inputs: [], additions: [], sourceAreaRefs: ['area-1'] },
    outputs: [
      {
        ...{ ref: 'lot-1', lotCode: 'TH', kind: 'raw', productRef: null, material: 'Sen', packs: null },
        ...{ amount: { value: 12, unit: 'tạ' }, packedOn: null, bestBefore: null },
      },
    ],
  }
  const storing: EntryBody = {
    ...packing,
    ...{
      step: 'storing',
      inputs: [],
      additions: [],
      outputs: [],
      about: ['lot-1'],
      quantity: { value: 3, unit: 'kg' },
    },
  }

  test.each([packing, harvest, storing])('says $step again word for word when nothing is changed', (body) => {
    const draft = draftOfEntry(kept(body), null, 'k')
    if (!draft) throw new Error('no form')
    expect(readEntry(draft.values, draft, NOW)).toEqual({ ok: true, body })
  })

  test('is none for goods that another producer handed over or gets', () => {
    expect(draftOfEntry(kept(packing, { handTo: 'party-2' }), null, 'k')).toBeNull()
    const inputs = [{ lotRef: 'lot-9', partyRef: 'party-2', amount: null }]
    expect(draftOfEntry(kept(packing, { inputs }), 'party-1', 'k')).toBeNull()
  })
})
