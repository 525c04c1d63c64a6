import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { MAX_BATCH_NO, MAX_BATCH_SIZE } from '../identifiers/unit-codes.ts'
import {
  acknowledgeAlert,
  attachAlert,
  type CloneAlert,
  closeAlert,
  earlyUnits,
  findAlert,
  findAlerts,
  forgetEarlyUnits,
  forgetSignals,
  type JudgedSignal,
  keepAlert,
  keepJudgements,
  keepShownPublicly,
  lockUnit,
  putSettingOverrides,
  restartCounters,
  settingOverrides,
  showAlert,
  takeDueUnits,
  type UnitCase,
} from '../storage/clone-alerts.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'
import { findLabelBatch } from '../storage/label-batches.ts'
import type { AlertView } from '../verify/verdict.ts'
import { type CloneSettings, cloneSettingsSchema } from './clone-settings.ts'
import { type AreaSightings, type Judgement, judgeUnit } from './clone-signals.ts'
import { PROVINCES } from './provinces.ts'

/** Units judged in one transaction: some milliseconds, for which the scan log may wait. */
const UNITS_A_BATCH = 50
/** An open alert is looked at this often without new scans, so that it fades. */
const LOOK_AGAIN_MS = 6 * 3_600_000
const DAY_MS = 86_400_000
/** Areas a scan page is told of. */
const AREAS_SHOWN = 6

/**
 * Judges units that the scan log or a change of state has marked, at most 50, in one transaction; call it again while
 * `more` is true. A judgement depends on the scans on record alone (`judgeUnit`) and clears its mark in the transaction
 * that keeps the outcome: killed at any moment, run twice, or run by several processes, each unit ends in the same state,
 * with at most one open alert. In: a pool or client, thresholds, the moment. Out: how many were judged.
 */
export async function judgeDueUnits(
  db: Database,
  settings: CloneSettings,
  now: Date,
): Promise<{ judged: number; more: boolean }> {
  return inTransaction(db, async (client) => {
    const horizon = new Date(now.getTime() - settings.horizonDays * DAY_MS)
    const { taken, found } = await takeDueUnits(client, now, horizon, UNITS_A_BATCH)
    if (taken.length === 0) return { judged: 0, more: found === UNITS_A_BATCH }
    const kept: JudgedSignal[] = []
    const forgotten: UnitCase[] = []
    const early = new Map<number, UnitCase>()
    for (const unit of taken) {
      const judgement = judgeUnit(unit.sightings, unit.life, settings, now.getTime())
      const quiet = unit.shownPublicly || judgement.kind === null
      const seenEarly = judgement.signals.some(({ name }) => name === 'before_commissioning')
      if (seenEarly || unit.seenBeforeCommissioning) early.set(unit.batchNo, unit)
      if (!unit.shownPublicly) {
        const openedAt = await keepOutcome(unit, judgement)
        await showAlert(client, unit, openedAt === null ? null : alertView(judgement, openedAt))
      }
      if (quiet && unit.sightings.length === 0 && !unit.shownPublicly && unit.countsFrom === null) forgotten.push(unit)
      kept.push({
        partyNo: unit.partyNo,
        batchNo: unit.batchNo,
        index: unit.index,
        score: judgement.score,
        publicSince: judgement.publicSince === null ? null : new Date(judgement.publicSince),
        seenBeforeCommissioning: seenEarly,
        dueAt: unit.shownPublicly
          ? null
          : new Date(now.getTime() + (quiet ? settings.horizonDays * DAY_MS : LOOK_AGAIN_MS)),
      })
    }
    await keepJudgements(client, kept, now)
    if (forgotten.length > 0) await forgetSignals(client, forgotten)
    for (const unit of [...early.values()].sort((a, b) => a.batchNo - b.batchNo)) await keepBatchOutcome(unit)
    return { judged: taken.length, more: found === UNITS_A_BATCH }

    async function keepOutcome(unit: UnitCase, judgement: Judgement): Promise<Date | null> {
      const { level, kind, score, signals, areas } = judgement
      if (level === 'none' || kind === null) {
        await closeAlert(client, unit, 'decayed', null, null, now)
        return null
      }
      const { partyNo, batchNo, index, productRef, checks } = unit
      return keepAlert(client, { partyNo, batchNo, index, productRef, kind, level, score, checks, signals, areas }, now)
    }

    async function keepBatchOutcome({ partyNo, batchNo, productRef }: UnitCase): Promise<void> {
      const units = await earlyUnits(client, partyNo, batchNo)
      const key = { partyNo, batchNo, index: null }
      if (units < settings.earlyUnitsOfBatch) {
        await closeAlert(client, key, 'decayed', null, null, now)
        return
      }
      const level = units >= 2 * settings.earlyUnitsOfBatch ? 'suspect' : 'watch'
      const what = { kind: 'more_units_than_commissioned', level, score: units, checks: units } as const
      const signals: Judgement['signals'] = [{ name: 'before_commissioning', points: units }]
      await keepAlert(client, { ...key, productRef, ...what, signals, areas: [] }, now)
    }
  })
}

/** What a scan shows: a suspect copy with its places and times, a public code with its moment; a watched unit nothing. */
function alertView(judgement: Judgement, openedAt: Date): AlertView | null {
  const { kind, level, publicSince, areas } = judgement
  if (kind === 'shown_in_public') {
    // Places of a crowd say nothing, and would change with every look.
    return { kind, since: new Date(publicSince ?? openedAt).toISOString(), areas: [] }
  }
  if (kind !== 'copied' || level !== 'suspect') return null
  return { kind, since: openedAt.toISOString(), areas: areas.slice(0, AREAS_SHOWN).map(areaView) }
}

function areaView({ province, sightings, firstAt, lastAt }: AreaSightings): AlertView['areas'][number] {
  return {
    provinceCode: province,
    provinceName: province === null ? null : (PROVINCES.get(province)?.name ?? null),
    checks: sightings,
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
  }
}

/**
 * Thresholds in force: the defaults with what the database says otherwise. Overrides that are not valid (a threshold
 * that no longer exists, say) are not used at all and come back as `problem`, so that alerts never stop for a setting.
 */
export async function cloneSettings(db: Database): Promise<{ settings: CloneSettings; problem: string | null }> {
  const parsed = cloneSettingsSchema.safeParse(await settingOverrides(db))
  if (parsed.success) return { settings: parsed.data, problem: null }
  return { settings: cloneSettingsSchema.parse({}), problem: parsed.error.issues[0]?.message ?? 'not valid' }
}

/** Replaces the overrides. In: the thresholds that differ from the defaults. Throws InputError naming a wrong one. */
export async function overrideCloneSettings(
  db: Database,
  overrides: Partial<CloneSettings>,
  changedBy: string,
): Promise<CloneSettings> {
  const settings = parseInput(cloneSettingsSchema, overrides)
  if (settings.watch > settings.suspect) throw new InputError('watch', 'watch: must not be above suspect')
  await putSettingOverrides(db, overrides, parseInput(refSchema, changedBy))
  return settings
}

const alertFilterSchema = z.strictObject({
  partyRef: refSchema.nullable().default(null),
  productRef: refSchema.nullable().default(null),
  /** Alerts with checks in this province. */
  provinceCode: z
    .string()
    .regex(/^[0-9]{2}$/, 'must be two digits')
    .nullable()
    .default(null),
  level: z.enum(['watch', 'suspect']).nullable().default(null),
  /** True for open ones, false for closed ones, null for all. */
  open: z.boolean().nullable().default(true),
  /** Last alert of the page before. */
  before: z.strictObject({ openedAt: z.iso.datetime(), alertNo: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type CloneAlertFilter = z.input<typeof alertFilterSchema>

/** Alerts for owners and officers, newest first. Throws InputError naming a wrong filter. */
export function listCloneAlerts(db: Database, filter: CloneAlertFilter = {}): Promise<CloneAlert[]> {
  return findAlerts(db, alertFilterSchema.parse(parseInput<CloneAlertFilter>(alertFilterSchema, filter)))
}

const reasonSchema = z.string().min(1).max(500)
const alertNameSchema = z.strictObject({ partyRef: refSchema, alertNo: z.uuid() })
export type CloneAlertName = z.infer<typeof alertNameSchema>

/**
 * Says that somebody looked into an open alert and holds it to be founded: it stays open, and scans go on warning until
 * its signs fade or somebody dismisses it. Throws InputError when it is unknown, ConflictError when it is closed.
 */
export async function acknowledgeCloneAlert(
  db: Database,
  alert: CloneAlertName,
  by: string,
  note: string | null = null,
): Promise<CloneAlert> {
  const [who, why] = [parseInput(refSchema, by), parseInput(reasonSchema.nullable(), note)]
  const { partyNo, alertNo } = await knownAlert(db, alert)
  const done = await acknowledgeAlert(db, partyNo, alertNo, who, why, new Date())
  if (!done) throw new ConflictError('The alert is closed already')
  return (await knownAlert(db, alert)).found
}

/** Names the case an alert belongs to; closed alerts too. Throws InputError when the alert is unknown. */
export async function attachCloneAlertToCase(
  db: Database,
  alert: CloneAlertName,
  caseRef: string,
): Promise<CloneAlert> {
  const { partyNo, alertNo } = await knownAlert(db, alert)
  await attachAlert(db, partyNo, alertNo, parseInput(refSchema, caseRef))
  return (await knownAlert(db, alert)).found
}

/**
 * Closes an alert that was looked into and found harmless: its unit's counters restart, and scans show nothing of it any
 * more. Throws InputError when it is unknown, ConflictError when it is closed already.
 */
export async function dismissCloneAlert(
  db: Database,
  alert: CloneAlertName,
  by: string,
  reason: string,
): Promise<CloneAlert> {
  const [who, why] = [parseInput(refSchema, by), parseInput(reasonSchema, reason)]
  return inTransaction(db, async (client) => {
    const { partyNo, found } = await knownAlert(client, alert)
    const now = new Date()
    const { batchNo, index } = found
    if (index === null) await forgetEarlyUnits(client, partyNo, batchNo)
    else {
      await lockUnit(client, { partyNo, batchNo, index })
      await restartCounters(client, { partyNo, batchNo, index }, now)
      await showAlert(client, { partyNo, batchNo, index }, null)
    }
    const closed = await closeAlert(client, { partyNo, batchNo, index }, 'dismissed', who, why, now)
    if (closed !== alert.alertNo) throw new ConflictError('The alert is closed already')
    return (await knownAlert(client, alert)).found
  })
}

const publicUnitSchema = z.strictObject({
  partyRef: refSchema,
  batchNo: z.int().min(1).max(MAX_BATCH_NO),
  index: z
    .int()
    .min(0)
    .max(MAX_BATCH_SIZE - 1),
  by: refSchema,
  reason: reasonSchema,
})

/**
 * Says that a code was shown publicly (television, an article, a fair): its scans say so, its alert closes, and no other
 * is raised, whoever scans it. Can be said before the show. Throws InputError when the party has no such unit.
 */
export async function markShownPublicly(
  db: Database,
  input: z.infer<typeof publicUnitSchema>,
): Promise<{ publicSince: string }> {
  const { partyRef, batchNo, index, by, reason } = parseInput(publicUnitSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const batch = await findLabelBatch(client, 'transaction', batchNo)
    if (!batch || batch.partyNo !== partyNo) {
      throw new InputError('batchNo', `batchNo: the party has no label batch ${batchNo}`)
    }
    if (index >= batch.size) throw new InputError('index', `index: batch ${batchNo} has labels 0 to ${batch.size - 1}`)
    const now = new Date()
    const key = { partyNo, batchNo, index }
    await lockUnit(client, key)
    const since = (await keepShownPublicly(client, key, now)).toISOString()
    await closeAlert(client, key, 'shown_publicly', by, reason, now)
    await showAlert(client, key, { kind: 'shown_in_public', since, areas: [] })
    return { publicSince: since }
  })
}

async function knownAlert(
  db: Database,
  alert: CloneAlertName,
): Promise<{ partyNo: number; alertNo: string; found: CloneAlert }> {
  const { partyRef, alertNo } = parseInput(alertNameSchema, alert)
  const partyNo = await partyNoOf(db, partyRef)
  const found = await findAlert(db, partyNo, alertNo)
  if (!found) throw new InputError('alertNo', `alertNo: the party has no alert ${alertNo}`)
  return { partyNo, alertNo, found }
}
