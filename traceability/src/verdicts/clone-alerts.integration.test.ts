import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeUnitState } from '../labels/units.ts'
import { ConflictError, InputError } from '../storage/input-error.ts'
import { keepProbingSign, probingSigns } from '../storage/probing.ts'
import { type LabelledBatch, labelledBatch } from '../testing/labelled-batch.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import {
  acknowledgeCloneAlert,
  attachCloneAlertToCase,
  cloneSettings,
  dismissCloneAlert,
  judgeDueUnits,
  listCloneAlerts,
  markShownPublicly,
  overrideCloneSettings,
} from './clone-alerts.ts'
import { CLONE_SETTINGS } from './clone-settings.ts'
import { PROVINCES } from './provinces.ts'

const HOUR = 3_600_000
const CODES = [...PROVINCES.keys()]
let database: OwnDatabase
let db: OwnDatabase['pool']
let now: Date
beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
})
afterAll(() => database.drop())
beforeEach(() => {
  now = new Date()
})

/** Partitions of scans begin with this month: times near now, and judgements as if days had passed. */
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR)
async function judgeAll(at = new Date()): Promise<number> {
  let judged = 0
  for (;;) {
    const done = await judgeDueUnits(db, CLONE_SETTINGS, at)
    judged += done.judged
    if (!done.more) return judged
  }
}
/** A copy sold all over the country: one scan each twelve hours, by another telephone, in another province. */
const copied = (index: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    index,
    device: `buyer-${index}-${from + i}`,
    at: inHours((from + i) * 12),
    province: CODES[(from + i) % CODES.length] ?? null,
  }))
const alertsOf = (batch: LabelledBatch, open: boolean | null = true) =>
  listCloneAlerts(db, { partyRef: batch.partyRef, open })
const rowsOf = async (batch: LabelledBatch) =>
  (
    await db.query('select unit_ix, score, due_at from trace.unit_signal where batch_no = $1 order by 1', [
      batch.batchNo,
    ])
  ).rows

describe('judging beside the scans', () => {
  it('a copied code becomes suspect, and its scans say when and where it was checked', async () => {
    const batch = await labelledBatch(db)
    await batch.scan(copied(7, 8))
    expect((await batch.answer(7)).verdict).toBe('genuine')
    await judgeAll(inHours(96))
    const [alert] = await alertsOf(batch)
    expect(alert).toMatchObject({ kind: 'copied', level: 'suspect', index: 7, checks: 8, productRef: batch.productRef })
    const answer = await batch.answer(7)
    expect(answer).toMatchObject({ verdict: 'suspect', unit: { alert: { kind: 'copied', since: alert?.openedAt } } })
    expect(answer.reasons).toContain(`checked_elsewhere_since:${alert?.openedAt}`)
    expect(answer.unit?.alert?.areas[0]).toEqual({
      provinceCode: '01',
      provinceName: 'Hà Nội',
      checks: 1,
      firstAt: now.toISOString(),
      lastAt: now.toISOString(),
    })
    expect(answer.unit?.alert?.areas.length).toBeLessThanOrEqual(6)
    expect((await batch.answer(8)).verdict).toBe('genuine')
  })

  it('a unit scanned once or twice costs no row', async () => {
    const batch = await labelledBatch(db)
    await batch.scan(Array.from({ length: 200 }, (_, i) => ({ index: i % 100, device: `d${i}` })))
    expect(await rowsOf(batch)).toEqual([])
  })

  it('bots and double scans are no sightings', async () => {
    const batch = await labelledBatch(db)
    await batch.scan(Array.from({ length: 50 }, () => ({ index: 0, device: 'one telephone' })))
    await judgeAll()
    expect([await rowsOf(batch), await alertsOf(batch)]).toEqual([[], []])
  })

  it('10,000 scans of one code are one row, one open alert, and 256 sightings looked at', async () => {
    const batch = await labelledBatch(db)
    for (let i = 0; i < 20; i++) {
      const seconds = i * 30
      await batch.scan(
        Array.from({ length: 500 }, (_, k) => ({
          index: 0,
          device: `tv-${i}-${k}`,
          at: new Date(now.getTime() + seconds * 1_000 + k),
          province: CODES[k % CODES.length] ?? null,
        })),
      )
      await judgeAll()
    }
    expect(await rowsOf(batch)).toHaveLength(1)
    const alerts = await alertsOf(batch, null)
    expect(alerts).toMatchObject([{ kind: 'shown_in_public', level: 'watch', checks: 10_000, closedAt: null }])
    expect(alerts[0]?.areas.reduce((sum, { checks }) => sum + checks, 0)).toBe(256)
    const answer = await batch.answer(0)
    expect(answer).toMatchObject({
      verdict: 'genuine',
      unit: { earlierChecks: 10_000, alert: { kind: 'shown_in_public' } },
    })
    expect(answer.reasons.some((reason) => reason.startsWith('shown_in_public_since:'))).toBe(true)
  })

  it('scans that come while a unit is judged are judged next, whoever is first', async () => {
    const batch = await labelledBatch(db)
    const work = copied(0, 30).map((each) => batch.scan([each]))
    const judging = Array.from({ length: 30 }, () => judgeDueUnits(db, CLONE_SETTINGS, inHours(400)))
    await Promise.all([...work, ...judging])
    await judgeAll(inHours(400))
    expect(await alertsOf(batch)).toMatchObject([{ checks: 30, level: 'suspect' }])
  })

  it('by eight workers at once ends as by one', async () => {
    await judgeAll(inHours(110))
    const batch = await labelledBatch(db)
    for (let unit = 0; unit < 120; unit++) await batch.scan(copied(unit, unit % 3 === 0 ? 9 : 3))
    const judged = await Promise.all(Array.from({ length: 8 }, () => judgeAll(inHours(110))))
    expect(judged.reduce((sum, each) => sum + each, 0)).toBe(120)
    expect((await listCloneAlerts(db, { partyRef: batch.partyRef, level: 'suspect', limit: 200 })).length).toBe(40)
  })
})

describe('a worker that is killed', () => {
  it('loses nothing and doubles nothing: the outcome is that of one that was not', async () => {
    const [killed, calm] = [await labelledBatch(db), await labelledBatch(db)]
    for (let unit = 0; unit < 150; unit++) {
      const scans = copied(unit, 3 + (unit % 7))
      await killed.scan(scans)
      await calm.scan(scans)
    }
    const module = fileURLToPath(new URL('../../dist/verdicts/clone-alerts.js', import.meta.url))
    const program = `
      import pg from 'pg'
      import { judgeDueUnits } from ${JSON.stringify(module)}
      const db = new pg.Pool({ connectionString: process.env.DATABASE, max: 2 })
      const settings = ${JSON.stringify(CLONE_SETTINGS)}
      process.stdout.write('ready')
      for (;;) {
        const { judged } = await judgeDueUnits(db, settings, new Date(${inHours(120).getTime()}))
        if (judged === 0) break
      }
      process.exit(0)`
    let kills = 0
    for (let round = 0; round < 25; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        env: { ...process.env, DATABASE: database.url },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
      await new Promise((resolve) => child.stdout.once('data', resolve))
      setTimeout(() => child.kill('SIGKILL'), 10 + round * 25)
      if ((await ended) === null) break
      kills += 1
    }
    expect(kills).toBeGreaterThan(2)
    await judgeAll(inHours(120))
    const shape = async (batch: LabelledBatch) =>
      (await listCloneAlerts(db, { partyRef: batch.partyRef, limit: 200, open: null }))
        .map(({ index, kind, level, checks, score }) => ({ index, kind, level, checks, score: score.toFixed(6) }))
        .sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
    expect((await shape(killed)).length).toBeGreaterThan(20)
    expect(await shape(killed)).toEqual(await shape(calm))
  }, 120_000)
})

describe('the life of an alert', () => {
  it('fades without scans, closes by itself, and its scans say nothing any more', async () => {
    const batch = await labelledBatch(db)
    await batch.scan(copied(0, 8))
    await judgeAll(inHours(96))
    const levels: (string | undefined)[] = []
    for (let day = 5; day < 100; day += 5) {
      await judgeAll(inHours(day * 24))
      levels.push((await alertsOf(batch))[0]?.level)
    }
    expect(new Set(levels)).toEqual(new Set(['suspect', 'watch', undefined]))
    expect(await alertsOf(batch, null)).toMatchObject([{ outcome: 'decayed', closedBy: null }])
    expect((await batch.answer(0)).unit?.alert).toBeNull()
    await judgeAll(inHours(365 * 24))
    expect(await rowsOf(batch)).toEqual([])
  })

  it('acknowledged, attached to a case, dismissed: the counters restart', async () => {
    const batch = await labelledBatch(db)
    await batch.scan(copied(0, 8))
    await judgeAll(inHours(96))
    const [{ alertNo } = { alertNo: '' }] = await alertsOf(batch)
    const name = { partyRef: batch.partyRef, alertNo }
    const kept = { acknowledgedBy: 'can-bo-1', note: 'Có hai gói cùng mã' }
    expect(await acknowledgeCloneAlert(db, name, 'can-bo-1', 'Có hai gói cùng mã')).toMatchObject(kept)
    expect(await acknowledgeCloneAlert(db, name, 'can-bo-2', 'Xem lại')).toMatchObject(kept)
    expect((await batch.answer(0)).unit?.alert).toMatchObject({ kind: 'copied' })
    expect(await attachCloneAlertToCase(db, name, 'vu-viec-9')).toMatchObject({ caseRef: 'vu-viec-9' })
    const dismissed = await dismissCloneAlert(db, name, 'can-bo-1', 'Hàng trưng bày ở hội chợ')
    expect(dismissed).toMatchObject({ outcome: 'dismissed', closedBy: 'can-bo-1', note: 'Hàng trưng bày ở hội chợ' })
    expect(await batch.answer(0)).toMatchObject({ verdict: 'genuine', unit: { alert: null } })
    await expect(dismissCloneAlert(db, name, 'can-bo-1', 'lại')).rejects.toThrow(ConflictError)
    await expect(acknowledgeCloneAlert(db, name, 'can-bo-1')).rejects.toThrow(ConflictError)
  })

  it('after a dismissal only later scans count', async () => {
    const batch = await labelledBatch(db)
    const before = new Date(now.getTime() - 60_000)
    const early = copied(0, 8).map((each, i) => ({ ...each, at: new Date(before.getTime() + i) }))
    await batch.scan(early)
    await db.query('update trace.unit_signal set due_at = now() where batch_no = $1', [batch.batchNo])
    const state = { partyRef: batch.partyRef, batchNo: batch.batchNo, first: 0, last: 0, note: null, actorRef: null }
    await changeUnitState(db, { ...state, action: 'report_stolen', placeRef: null, provinceCode: null })
    await judgeAll()
    const [{ alertNo } = { alertNo: '' }] = await alertsOf(batch)
    await dismissCloneAlert(db, { partyRef: batch.partyRef, alertNo }, 'can-bo-1', 'Đã kiểm tra')
    await batch.scan([{ index: 0, device: 'later', verdict: 'suspect' }])
    await judgeAll()
    expect((await alertsOf(batch))[0]?.areas).toMatchObject([{ checks: 1 }])
  })

  it('of a code marked as shown publicly closes, and 5,000 more scans raise nothing', async () => {
    const batch = await labelledBatch(db)
    const crowd = (name: string, count: number) =>
      batch.scan(
        Array.from({ length: count }, (_, i) => ({
          index: 0,
          device: `${name}-${i}`,
          province: CODES[i % 34] ?? null,
        })),
      )
    await crowd('first', 500)
    await judgeAll()
    expect(await alertsOf(batch)).toHaveLength(1)
    const unit = { partyRef: batch.partyRef, batchNo: batch.batchNo, index: 0 }
    await markShownPublicly(db, { ...unit, by: 'htx-1', reason: 'Chương trình truyền hình' })
    for (let i = 0; i < 10; i++) {
      await crowd(`more-${i}`, 500)
      expect(await judgeAll()).toBe(0)
    }
    expect(await alertsOf(batch, null)).toMatchObject([{ outcome: 'shown_publicly', closedBy: 'htx-1' }])
    expect((await batch.answer(0)).reasons.some((reason) => reason.startsWith('shown_in_public_since:'))).toBe(true)
  })

  it('can be forestalled: a code marked before the show never has one', async () => {
    const batch = await labelledBatch(db)
    const unit = { partyRef: batch.partyRef, batchNo: batch.batchNo, index: 3 }
    await markShownPublicly(db, { ...unit, by: 'htx-1', reason: 'Sắp lên sóng' })
    await batch.scan(copied(3, 20))
    await judgeAll(inHours(240))
    expect(await alertsOf(batch, null)).toEqual([])
    expect((await batch.answer(3)).verdict).toBe('genuine')
  })
})

describe('units out of their life', () => {
  const change = (batch: LabelledBatch, action: 'commission' | 'sell' | 'report_stolen', first: number, last = first) =>
    changeUnitState(db, {
      ...{ partyRef: batch.partyRef, batchNo: batch.batchNo, first, last, action },
      ...{ note: null, actorRef: null, placeRef: null, provinceCode: null },
    })

  it('the first scan of a stolen unit is watched', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'report_stolen', 0, 99)
    await batch.scan([{ index: 5, device: 'anna', verdict: (await batch.answer(5)).verdict, province: '79' }])
    await judgeAll()
    expect(await alertsOf(batch)).toMatchObject([
      { index: 5, kind: 'out_of_use', level: 'watch', areas: [{ provinceCode: '79' }] },
    ])
  })

  it('a second sale is an alert without any scan', async () => {
    const batch = await labelledBatch(db)
    await change(batch, 'sell', 0, 9)
    await change(batch, 'sell', 4)
    await judgeAll()
    expect(await alertsOf(batch)).toMatchObject([
      { index: 4, kind: 'copied', level: 'watch', signals: [{ name: 'second_sale' }] },
    ])
  })

  it('more units seen than commissioned: the batch has one alert, which closes when they are', async () => {
    const batch = await labelledBatch(db, { startsAs: 'issued' })
    await change(batch, 'commission', 0, 9)
    for (let index = 5; index < 15; index++) {
      await batch.scan([{ index, device: 'anna', verdict: (await batch.answer(index)).verdict }])
    }
    await judgeAll()
    const batchAlerts = async (open: boolean | null) =>
      (await alertsOf(batch, open)).filter(({ index }) => index === null)
    expect(await batchAlerts(true)).toMatchObject([{ kind: 'more_units_than_commissioned', level: 'watch', checks: 5 }])
    await batch.scan([{ index: 20, device: 'anna', verdict: 'suspect' }])
    await judgeAll()
    expect(await batchAlerts(true)).toMatchObject([{ checks: 6 }])
    await change(batch, 'commission', 10, 99)
    await judgeAll()
    expect(await batchAlerts(null)).toMatchObject([{ outcome: 'decayed' }])
  })

  it('a dismissed batch alert stays away until other units are seen', async () => {
    const batch = await labelledBatch(db, { startsAs: 'issued' })
    for (let index = 0; index < 5; index++) await batch.scan([{ index, device: 'anna', verdict: 'suspect' }])
    await judgeAll()
    const alert = (await alertsOf(batch)).find(({ index }) => index === null)
    await dismissCloneAlert(db, { partyRef: batch.partyRef, alertNo: alert?.alertNo ?? '' }, 'can-bo-1', 'In thử')
    await judgeAll()
    expect((await alertsOf(batch)).filter(({ index }) => index === null)).toEqual([])
  })
})

describe('lists for officers', () => {
  it('by product, by province, by level, in pages', async () => {
    const batch = await labelledBatch(db)
    for (let unit = 0; unit < 5; unit++) await batch.scan(copied(unit, 8))
    await judgeAll(inHours(96))
    const { productRef, partyRef } = batch
    expect(await listCloneAlerts(db, { productRef })).toHaveLength(5)
    expect(await listCloneAlerts(db, { productRef, provinceCode: CODES[0] ?? '' })).toHaveLength(5)
    expect(await listCloneAlerts(db, { productRef, provinceCode: CODES[33] ?? '' })).toEqual([])
    expect(await listCloneAlerts(db, { productRef, level: 'watch' })).toEqual([])
    const first = await listCloneAlerts(db, { partyRef, limit: 3 })
    const { openedAt = '', alertNo = '' } = first.at(-1) ?? {}
    const second = await listCloneAlerts(db, { partyRef, limit: 3, before: { openedAt, alertNo } })
    expect(new Set([...first, ...second].map((alert) => alert.alertNo)).size).toBe(5)
  })

  it('refuse filters and names that are none', async () => {
    const batch = await labelledBatch(db)
    expect(() => listCloneAlerts(db, { provinceCode: 'x' })).toThrow(InputError)
    const nothing = { partyRef: batch.partyRef, alertNo: '01890000-0000-7000-8000-000000000000' }
    await expect(acknowledgeCloneAlert(db, nothing, 'x')).rejects.toThrow(InputError)
  })
})

describe('thresholds in the database', () => {
  it('override the defaults one by one; a wrong one is refused, and a broken row is not used', async () => {
    expect(await cloneSettings(db)).toEqual({ settings: CLONE_SETTINGS, problem: null })
    await overrideCloneSettings(db, { suspect: 9 }, 'quan-tri')
    expect((await cloneSettings(db)).settings).toEqual({ ...CLONE_SETTINGS, suspect: 9 })
    await expect(overrideCloneSettings(db, { suspect: -1 }, 'quan-tri')).rejects.toThrow(InputError)
    await expect(overrideCloneSettings(db, { watch: 50 }, 'quan-tri')).rejects.toThrow('must not be above suspect')
    await db.query(`update trace.clone_setting set settings = '{"suspekt": 1}'`)
    expect(await cloneSettings(db)).toMatchObject({ settings: CLONE_SETTINGS, problem: expect.any(String) })
    await db.query('delete from trace.clone_setting')
  })
})

describe('signs of probing', () => {
  it('are one row for a client, a day and a batch, with the highest count', async () => {
    const sign = { kind: 'wrong_codes' as const, client: Buffer.alloc(16, 3), batchNo: 0, firstAt: now, at: now }
    for (const tries of [30, 60, 30]) await keepProbingSign(db, { ...sign, tries })
    expect(await probingSigns(db, new Date(now.getTime() - HOUR))).toEqual([
      { kind: 'wrong_codes', batchNo: 0, tries: 60, firstAt: now.toISOString(), lastAt: now.toISOString() },
    ])
  })
})
