import { describe, expect, test } from 'vitest'
import { type EntryBook, type EntryDraft, handsOver, newDraft, postedForm } from './entry-draft.ts'
import { fieldOfMember, readEntry } from './entry-form.ts'
import type { HandOver, StepWord } from './types.ts'

const NOW = new Date('2026-11-22T08:00:00Z')
const word = (name: string, vi: string, makes = false): StepWord => ({ word: name, label: { vi, en: name }, makes })
const given: HandOver = {
  ...{ producer: { handle: 'ho-lua', name: 'Hộ Lúa' }, stepNo: '1', lotRef: 'sen-1', lotCode: 'TH-1' },
  ...{ name: 'Hạt sen tươi', left: 12_500, measure: 'g', pieceWord: 'kg', sentAt: '2026-11-21T01:00:00Z' },
  recalled: false,
}
const book: EntryBook = {
  steps: [
    word('selling', 'Bán'),
    word('shipping', 'Gửi hàng'),
    word('retail_selling', 'Bán lẻ'),
    word('destroying', 'Tiêu hủy'),
    word('receiving', 'Nhận hàng'),
    word('drying', 'Sấy', true),
  ],
  ...{ products: [], areas: [], receivers: [], handOvers: [given] },
  lots: [
    {
      ...{ ref: 'own-1', lotCode: 'TH-9', kind: 'raw', material: 'Sen', productRef: null, left: 1_000, measure: 'g' },
      ...{ quantity: null, recall: null, withdrawn: false },
    },
  ],
}
let made = 0
const draftOf = (query: Record<string, string>): EntryDraft | null =>
  newDraft(new URLSearchParams(query), book, NOW, () => `u${++made}`)
function sent(draft: EntryDraft | null, changes: Record<string, string> = {}) {
  if (draft === null) throw new Error('no form')
  return readEntry({ ...draft.values, ...changes }, draft, NOW)
}

describe('handing goods over', () => {
  test('is asked for where lots leave the book to somebody, and nowhere else', () => {
    const asked = ['selling', 'shipping', 'retail_selling', 'destroying', 'drying'].filter((buoc) => {
      const draft = draftOf({ buoc, lo: 'own-1' })
      return draft !== null && handsOver(draft.step, draft.shape)
    })
    expect(asked).toEqual(['selling', 'shipping'])
  })

  test('names the receiver in the entry; without one nobody gets it', () => {
    const draft = draftOf({ buoc: 'shipping', lo: 'own-1' })
    expect(sent(draft, { handTo: 'htx-sen' })).toMatchObject({ ok: true, body: { handTo: 'htx-sen' } })
    expect(sent(draft)).toMatchObject({ ok: true, body: { handTo: null } })
    expect(sent(draftOf({ buoc: 'drying', lo: 'own-1' }), { handTo: 'htx-sen', 'out0-amount': '1' })).toMatchObject({
      body: { handTo: null },
    })
  })

  test('a refused receiver is said beside the field', () => {
    expect(fieldOfMember('handTo', false)).toBe('handTo')
  })
})

describe('taking in what was handed over', () => {
  test('fills in the goods, how much of them came, and whose they are', () => {
    const draft = draftOf({ buoc: 'receiving', lo: 'sen-1', cua: 'ho-lua' })
    expect(draft).toMatchObject({ step: 'receiving', shape: 'make', makes: { kind: 'raw', packs: false, rows: 1 } })
    expect(sent(draft)).toMatchObject({
      ok: true,
      body: {
        inputs: [{ lotRef: 'sen-1', producer: 'ho-lua', amount: { value: 12.5, unit: 'kg' } }],
        outputs: [{ kind: 'raw', material: 'Hạt sen tươi', amount: { value: 12.5, unit: 'kg' } }],
      },
    })
  })

  test('is no form for goods that were not handed over', () => {
    expect(draftOf({ buoc: 'receiving', lo: 'sen-1', cua: 'ho-khac' })).toBeNull()
    expect(draftOf({ buoc: 'receiving', lo: 'own-1', cua: 'ho-lua' })).toBeNull()
  })

  test('is read as the same form where it is posted without scripts', () => {
    const draft = draftOf({ buoc: 'receiving', lo: 'sen-1', cua: 'ho-lua' })
    const { shape, makes } = postedForm(word('receiving', 'Nhận hàng'), draft?.values ?? {}, book.lots)
    expect({ shape, makes }).toEqual({ shape: draft?.shape, makes: draft?.makes })
  })

  test('says of goods nobody weighed that they were not', () => {
    const unweighed = { ...book, handOvers: [{ ...given, left: null, measure: null }] }
    const query = new URLSearchParams({ buoc: 'receiving', lo: 'sen-1', cua: 'ho-lua' })
    expect(sent(newDraft(query, unweighed, NOW, () => `u${++made}`))).toMatchObject({
      body: { inputs: [{ amount: null }], outputs: [{ amount: null }] },
    })
  })
})
