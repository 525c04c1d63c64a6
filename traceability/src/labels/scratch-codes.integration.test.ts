import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseOldDeviceHashes } from '../storage/retention.ts'
import { type LabelledBatch, labelledBatch } from '../testing/labelled-batch.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { confirmScratch, SCRATCH_TRIES, type ScratchConfirmation, scratchCode, scratchRing } from './scratch-codes.ts'

const ring = scratchRing({ 0: '3a'.repeat(32) })
const NOW = new Date('2026-11-22T03:00:00Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const mine = Buffer.alloc(16, 1)
let database: OwnDatabase
let db: OwnDatabase['pool']
beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
})
afterAll(() => database.drop())

const confirm = (batch: LabelledBatch, index: number, changes: Partial<ScratchConfirmation> = {}, now = NOW) =>
  confirmScratch(
    db,
    { codes: batch.ring, scratch: ring },
    { code: batch.code(index), scratch: scratchCode(ring, batch, index), device: mine, provinceCode: '82', ...changes },
    now,
  )
const WRONG = { scratch: '0000000000' }

describe('confirming a hidden code', () => {
  it('is confirmed once, with time and province; later ones are told of the first', async () => {
    const batch = await labelledBatch(db, { scratch: true })
    expect((await batch.answer(0)).batch?.scratch).toBe(true)
    const first = {
      result: 'confirmed',
      confirmedAt: NOW.toISOString(),
      provinceCode: '82',
      lockedUntil: null,
      triesLeft: null,
    }
    expect(await confirm(batch, 0)).toEqual(first)
    expect(await confirm(batch, 0, {}, later(1))).toEqual(first)
    expect(await confirm(batch, 0, { device: Buffer.alloc(16, 2), provinceCode: '01' }, later(2))).toEqual({
      ...first,
      result: 'already_confirmed',
    })
    expect(await confirm(batch, 1)).toMatchObject({ result: 'confirmed' })
  })

  it('by 50 devices at once confirms one of them', async () => {
    const batch = await labelledBatch(db, { scratch: true })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => confirm(batch, 0, { device: Buffer.alloc(16, i + 1) })),
    )
    expect(answers.filter(({ result }) => result === 'confirmed')).toHaveLength(1)
    expect(answers.filter(({ result }) => result === 'already_confirmed')).toHaveLength(49)
  })

  it('50 wrong tries at once: five are judged, then the unit is locked, for the right code too', async () => {
    const batch = await labelledBatch(db, { scratch: true })
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(batch, 0, WRONG)))
    expect(answers.filter(({ result }) => result === 'wrong')).toHaveLength(SCRATCH_TRIES)
    expect(answers.filter(({ result }) => result === 'locked')).toHaveLength(50 - SCRATCH_TRIES)
    expect(await confirm(batch, 0, {}, later(23))).toMatchObject({ result: 'locked', confirmedAt: null })
    expect(await confirm(batch, 1)).toMatchObject({ result: 'confirmed' })
    expect(await confirm(batch, 0, {}, later(24))).toMatchObject({ result: 'confirmed' })
  })

  it('a lock that has passed gives five tries again, not one', async () => {
    const batch = await labelledBatch(db, { scratch: true })
    for (let i = 0; i < SCRATCH_TRIES; i++) await confirm(batch, 0, WRONG)
    for (let i = 0; i < SCRATCH_TRIES - 1; i++) {
      expect(await confirm(batch, 0, WRONG, later(25))).toMatchObject({ result: 'wrong' })
    }
    expect(await confirm(batch, 0, {}, later(25))).toMatchObject({ result: 'confirmed' })
  })

  it('answers in one shape: a wrong code, no code, a code never issued and a label without one look alike', async () => {
    const [batch, plain] = [await labelledBatch(db, { scratch: true }), await labelledBatch(db)]
    const wrong = { result: 'wrong', confirmedAt: null, provinceCode: null, lockedUntil: null, triesLeft: 5 }
    expect(await confirm(batch, 0, WRONG)).toEqual({ ...wrong, triesLeft: 4 })
    expect(await confirm(batch, 0, { scratch: 'not a code' })).toEqual({ ...wrong, triesLeft: 3 })
    expect(await confirm(batch, 0, { code: '0ABCDEFGHJKMNPQR' })).toEqual(wrong)
    expect(await confirm(plain, 0)).toEqual(wrong)
    expect(Object.keys(await confirm(batch, 1))).toEqual(Object.keys(wrong))
  })

  it('keeps no row per unit, and the hidden code nowhere', async () => {
    const batch = await labelledBatch(db, { scratch: true, size: 100_000 })
    const count = async () =>
      (await db.query('select 1 from trace.scratch_try where batch_no = $1', [batch.batchNo])).rowCount
    expect(await count()).toBe(0)
    await confirm(batch, 0)
    expect(await count()).toBe(1)
    const { rows } = await db.query('select t::text as line from trace.scratch_try t where batch_no = $1', [
      batch.batchNo,
    ])
    expect(rows[0].line).not.toContain(scratchCode(ring, batch, 0))
  })

  it('loses the device after 90 days, and stays confirmed', async () => {
    const batch = await labelledBatch(db, { scratch: true })
    await confirm(batch, 0)
    await eraseOldDeviceHashes(db, later(91 * 24))
    const { rows } = await db.query('select device_hash, confirmed_at from trace.scratch_try where batch_no = $1', [
      batch.batchNo,
    ])
    expect(rows).toEqual([{ device_hash: null, confirmed_at: NOW }])
    expect(await confirm(batch, 0, {}, later(91 * 24))).toMatchObject({ result: 'already_confirmed' })
  })
})
