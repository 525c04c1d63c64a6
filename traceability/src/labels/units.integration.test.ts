import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConflictError, InputError } from '../storage/input-error.ts'
import { fastestOf } from '../testing/fastest-of.ts'
import { type LabelledBatch, labelledBatch } from '../testing/labelled-batch.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { changeUnitState, reprintUnit, type UnitStateChange, unitHistory, voidUnit } from './units.ts'

let database: OwnDatabase
let db: OwnDatabase['pool']
beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
})
afterAll(() => database.drop())

const change = (
  batch: LabelledBatch,
  action: UnitStateChange['action'],
  first: number,
  last = first,
  more: Partial<UnitStateChange> = {},
) =>
  changeUnitState(db, {
    ...{ partyRef: batch.partyRef, batchNo: batch.batchNo, first, last, action },
    ...{ note: null, actorRef: null, placeRef: null, provinceCode: null },
    ...more,
  })
const rowsOf = async (table: 'unit' | 'unit_range', batch: LabelledBatch) =>
  (await db.query(`select 1 from trace.${table} where batch_no = $1`, [batch.batchNo])).rowCount
const statusOf = async (batch: LabelledBatch, index: number) => (await batch.answer(index)).unit?.status

describe('commissioning', () => {
  it('of a batch of a million is one row, fast, and its scans follow at once', async () => {
    const batch = await labelledBatch(db, { size: 1_000_000, startsAs: 'issued' })
    expect(await batch.answer(7)).toMatchObject({ verdict: 'suspect', unit: { status: 'issued' } })
    expect((await batch.answer(7)).reasons).toContain('not_yet_commissioned')
    const others = await Promise.all([1, 2].map(() => labelledBatch(db, { size: 1_000_000, startsAs: 'issued' })))
    const milliseconds = await fastestOf(async (go) => {
      const done = await change([batch, ...others][go] ?? batch, 'commission', 0, 999_999)
      expect(done).toMatchObject({ changed: 1_000_000, refused: [] })
    })
    expect(milliseconds).toBeLessThan(1_000)
    expect([await rowsOf('unit_range', batch), await rowsOf('unit', batch)]).toEqual([1, 0])
    for (const index of [0, 500_000, 999_999]) expect((await batch.answer(index)).verdict).toBe('genuine')
  })

  it('of a part leaves the rest uncommissioned, to the label', async () => {
    const batch = await labelledBatch(db, { startsAs: 'issued' })
    await change(batch, 'commission', 10, 19)
    const states = await Promise.all([9, 10, 19, 20].map((index) => statusOf(batch, index)))
    expect(states).toEqual(['issued', 'active', 'active', 'issued'])
  })

  it('is not needed by batches that are good from print, which all were before', async () => {
    const batch = await labelledBatch(db)
    expect(await batch.answer(0)).toMatchObject({ verdict: 'genuine', unit: { status: 'active', statusSince: null } })
    expect(await change(batch, 'commission', 0, 9)).toMatchObject({
      changed: 0,
      refused: [{ reason: 'already_active', units: 10 }],
    })
  })

  it('leaves void labels void, and counts them', async () => {
    const batch = await labelledBatch(db, { startsAs: 'issued' })
    await voidUnit(db, { batchNo: batch.batchNo, index: 3, reason: 'Tem in hỏng' })
    expect(await change(batch, 'commission', 0, 9)).toMatchObject({
      changed: 9,
      refused: [{ reason: 'is_void', units: 1 }],
    })
    expect(await batch.answer(3)).toMatchObject({ verdict: 'void', unit: { voidReason: 'Tem in hỏng' } })
  })

  it('does not forget states when scans make a row of the unit', async () => {
    const batch = await labelledBatch(db, { startsAs: 'issued' })
    await change(batch, 'commission', 0, 9)
    await batch.scan([{ index: 4, device: 'anna' }])
    expect(await statusOf(batch, 4)).toBe('active')
    expect(await change(batch, 'sell', 0, 9)).toMatchObject({ changed: 10 })
    expect(await statusOf(batch, 4)).toBe('sold')
  })
})

describe('a sale', () => {
  it('shows with its time; a second one is refused, and kept', async () => {
    const batch = await labelledBatch(db)
    const { at } = await change(batch, 'sell', 5, 5, { placeRef: 'shop-1', provinceCode: '82' })
    expect(await batch.answer(5)).toMatchObject({ verdict: 'genuine', unit: { status: 'sold', statusSince: at } })
    expect((await batch.answer(5)).reasons).toContain(`already_sold:${at}`)
    expect(await change(batch, 'sell', 5, 5, { placeRef: 'shop-2' })).toMatchObject({
      changed: 0,
      refused: [{ reason: 'already_sold', units: 1 }],
    })
    const history = await unitHistory(db, { batchNo: batch.batchNo, index: 5 })
    expect(history.map(({ action, done, place }) => [action, done, place])).toEqual([
      ['sell', true, 'shop-1'],
      ['sell', false, 'shop-2'],
    ])
  })

  it('of one unit by 20 tills at once happens once', async () => {
    const batch = await labelledBatch(db)
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => change(batch, 'sell', 0, 0, { actorRef: `t${i}` })),
    )
    expect(results.reduce((sum, { changed }) => sum + changed, 0)).toBe(1)
  })

  it('sent again by a till that was offline is answered as the first time', async () => {
    const batch = await labelledBatch(db)
    const first = await change(batch, 'sell', 1, 1, { requestKey: 'till-1-77' })
    expect(await change(batch, 'sell', 1, 1, { requestKey: 'till-1-77' })).toEqual(first)
    await expect(change(batch, 'sell', 2, 2, { requestKey: 'till-1-77' })).rejects.toThrow(ConflictError)
    expect(await unitHistory(db, { batchNo: batch.batchNo, index: 1 })).toHaveLength(1)
  })

  it('is undone at the same place; elsewhere the undo is refused', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'sell', 0, 3, { placeRef: 'shop-1' })
    expect(await change(batch, 'return', 0, 0, { placeRef: 'shop-2' })).toMatchObject({
      refused: [{ reason: 'undo_elsewhere', units: 1 }],
    })
    const { at } = await change(batch, 'return', 0, 0, { placeRef: 'shop-1' })
    expect((await batch.answer(0)).reasons).toContain(`returned:${at}`)
    expect(await statusOf(batch, 1)).toBe('sold')
    expect(await change(batch, 'sell', 0, 3)).toMatchObject({
      changed: 1,
      refused: [{ reason: 'already_sold', units: 3 }],
    })
  })

  it('is undone for ten days and not longer, in units and in stretches', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'sell', 0, 0)
    await change(batch, 'sell', 10, 19)
    await db.query(`update trace.unit set state_since = now() - interval '11 days' where batch_no = $1`, [
      batch.batchNo,
    ])
    await db.query(`update trace.unit_range set since = now() - interval '11 days' where batch_no = $1`, [
      batch.batchNo,
    ])
    for (const [first, last] of [
      [0, 0],
      [10, 19],
    ] as const) {
      expect(await change(batch, 'return', first, last)).toMatchObject({
        changed: 0,
        refused: [{ reason: 'undo_too_late' }],
      })
    }
  })
})

describe('stretches and single units together', () => {
  it('a stolen print run takes its sold units along nowhere: they are counted and left', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'sell', 3, 3)
    await change(batch, 'sell', 50, 59)
    expect(await change(batch, 'report_stolen', 0, 99)).toMatchObject({
      changed: 89,
      refused: [{ reason: 'is_sold', units: 11 }],
    })
    expect(await batch.answer(0)).toMatchObject({ verdict: 'suspect', unit: { status: 'stolen' } })
    expect(await statusOf(batch, 3)).toBe('sold')
    expect(await statusOf(batch, 55)).toBe('sold')
    expect(await statusOf(batch, 60)).toBe('stolen')
    expect(await statusOf(batch, 100)).toBe('active')
  })

  it('a stretch changes units with states of their own as well', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'lock', 1, 1)
    await change(batch, 'lock', 5, 9)
    expect(await change(batch, 'unlock', 0, 9)).toMatchObject({
      changed: 6,
      refused: [{ reason: 'already_active', units: 4 }],
    })
    expect(new Set(await Promise.all([0, 1, 5, 9].map((index) => statusOf(batch, index))))).toEqual(new Set(['active']))
  })

  it('a batch of which 20,000 units were sold one by one is made void in one stroke', async () => {
    const batch = await labelledBatch(db, { size: 30_000 })
    await db.query(
      `insert into trace.unit (party_no, batch_no, unit_ix, status, state_since, state_reason)
       select $1, $2, i, 'sold', now() - make_interval(secs => i), 'sell' from generate_series(0, 19999) i`,
      [batch.partyNo, batch.batchNo],
    )
    const started = performance.now()
    expect(await change(batch, 'void', 0, 29_999, { note: 'Thu hồi cả đợt' })).toMatchObject({
      changed: 30_000,
      refused: [],
    })
    expect(performance.now() - started).toBeLessThan(5_000)
    expect([await statusOf(batch, 19_999), await statusOf(batch, 20_000)]).toEqual(['void', 'void'])
  })

  it('a stretch is returned unit by unit: what was sold long ago stays sold', async () => {
    const batch = await labelledBatch(db)
    for (const index of [0, 1, 2]) await change(batch, 'sell', index, index, { placeRef: `shop-${index % 2}` })
    await db.query(
      `update trace.unit set state_since = now() - interval '11 days' where batch_no = $1 and unit_ix = 2`,
      [batch.batchNo],
    )
    const outcome = await change(batch, 'return', 0, 2, { placeRef: 'shop-0' })
    expect(outcome.changed).toBe(1)
    expect(outcome.refused).toEqual(
      expect.arrayContaining([
        { reason: 'undo_elsewhere', units: 1 },
        { reason: 'undo_too_late', units: 1 },
      ]),
    )
    expect(await Promise.all([0, 1, 2].map((index) => statusOf(batch, index)))).toEqual(['active', 'sold', 'sold'])
  })

  it('changes at once from all sides end in states that follow from some order, and nothing is lost', async () => {
    const batch = await labelledBatch(db)
    const work = Array.from({ length: 30 }, (_, i) => [
      change(batch, i % 2 === 0 ? 'lock' : 'unlock', i, i + 20),
      batch.scan([{ index: i, device: `d${i}` }]),
    ]).flat()
    await Promise.all(work)
    const { rows } = await db.query<{ first_ix: number; last_ix: number }>(
      'select first_ix, last_ix from trace.unit_range where batch_no = $1 order by 1',
      [batch.batchNo],
    )
    for (const [i, row] of rows.entries()) expect(row.first_ix).toBeGreaterThan(rows[i - 1]?.last_ix ?? -1)
    expect(await change(batch, 'void', 0, 999, { note: 'x' })).toMatchObject({ changed: 1_000, refused: [] })
  })
})

describe('void and reprint', () => {
  it('a stretch made void answers void with its reason', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'void', 0, 99, { note: 'Cả cuộn in lệch' })
    expect(await batch.answer(42)).toMatchObject({ verdict: 'void', unit: { voidReason: 'Cả cuộn in lệch' } })
    const again = await voidUnit(db, { batchNo: batch.batchNo, index: 42, reason: 'khác' })
    expect(again.voidedAt).toBe((await batch.answer(42)).unit?.statusSince)
  })

  it('a destroyed package stays destroyed', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'destroy', 0)
    await expect(voidUnit(db, { batchNo: batch.batchNo, index: 0, reason: 'x' })).rejects.toThrow(ConflictError)
    expect((await batch.answer(0)).reasons.some((reason) => reason.startsWith('unit_destroyed:'))).toBe(true)
  })

  it('the old label is void, the new one points to it and takes its place in trade', async () => {
    const batch = await labelledBatch(db, { startsAs: 'issued' })
    await change(batch, 'commission', 0, 9)
    const label = (index: number) => ({ batchNo: batch.batchNo, index })
    const asked = { partyRef: batch.partyRef, note: 'Tem rách', actorRef: 'htx-1' }
    const { voidedAt } = await reprintUnit(db, { ...asked, old: label(2), replacement: label(500) })
    expect(await batch.answer(2)).toMatchObject({ verdict: 'void', unit: { status: 'void', voidReason: 'Tem rách' } })
    expect((await batch.answer(2)).reasons).toContain(`replaced_by_reprint:${voidedAt}`)
    expect(await statusOf(batch, 500)).toBe('active')
    expect(await unitHistory(db, label(500))).toContainEqual(
      expect.objectContaining({ action: 'replace', done: true, other: label(2) }),
    )
    expect((await unitHistory(db, label(2))).at(-1)).toMatchObject({ action: 'reprint', other: label(500) })
    await expect(reprintUnit(db, { ...asked, old: label(3), replacement: label(500) })).rejects.toThrow(
      'in use already',
    )
    await expect(reprintUnit(db, { ...asked, old: label(2), replacement: label(501) })).rejects.toThrow('already_void')
    expect(await statusOf(batch, 3)).toBe('active')
  })
})

describe('wrong input changes nothing', () => {
  it.each<[string, Partial<UnitStateChange>, string]>([
    ['an index beyond the batch', { first: 0, last: 1_000 }, 'last'],
    ['a stretch that ends before it begins', { first: 5, last: 4 }, 'last'],
    ['a batch that does not exist', { batchNo: 200_000_000 }, 'batchNo'],
    ['a province that is no code', { provinceCode: 'HN' }, 'provinceCode'],
    ['a party that is not registered', { partyRef: 'nobody' }, 'partyRef'],
  ])('%s is refused by name', async (_, more, field) => {
    const batch = await labelledBatch(db)
    const error = await change(batch, 'sell', 0, 0, more).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ field })
    expect(await rowsOf('unit', batch)).toBe(0)
  })

  it('a batch of another party is out of reach', async () => {
    const [mine, theirs] = [await labelledBatch(db), await labelledBatch(db)]
    await expect(change(theirs, 'sell', 0, 0, { partyRef: mine.partyRef })).rejects.toThrow(
      'the party has no label batch',
    )
    expect(await statusOf(theirs, 0)).toBe('active')
  })
})
