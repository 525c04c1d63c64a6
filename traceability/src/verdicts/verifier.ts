import { type CodeRing, decodeUnitCode } from '../identifiers/unit-codes.ts'
import { BoundedCache } from '../storage/bounded-cache.ts'
import type { Pooler, Reader } from '../storage/database.ts'
import { findLabelBatch, type LabelBatchRecord } from '../storage/label-batches.ts'
import { lotTrace } from '../storage/lots.ts'
import { newestPassport } from '../storage/passports.ts'
import { ownChecks, TOLD_APART_UP_TO } from '../storage/scans.ts'
import { unitState } from '../storage/units.ts'
import { readUnitCode } from '../verify/unit-code-text.ts'
import type { LotView, Passport, VerdictResponse } from '../verify/verdict.ts'
import { type AskingDevice, deviceWindow } from './asking-device.ts'
import { keptBodies } from './kept-bodies.ts'
import { issuedVerdict, notIssuedVerdict } from './verdict.ts'
import type { KeptJson } from './verdict-json.ts'

/** An issued unit: what a scan of it is logged under. */
export interface IssuedUnit {
  partyNo: number
  batchNo: number
  index: number
  /** The asking device's other hash, for units that were checked before; see `AskingDevice.firstVisitHash`. */
  otherHash: Buffer | null
  /** It has so many checks that double scans are no longer told apart. */
  popular: boolean
}

export interface Verification {
  response: VerdictResponse
  /** The JSON of the answer's lot and passport. */
  kept: KeptJson
  /** Null when the code was not issued here. */
  issued: IssuedUnit | null
}

export interface Verifier {
  /** Answers one code. Throws when the database cannot be asked; a code that fails its check bits needs no database. */
  verify(text: string, device: AskingDevice, now: Date): Promise<Verification>
  /** The batch of a code issued here, else null. Throws when the database cannot be asked. */
  findIssued(text: string): Promise<{ code: string; batch: LabelBatchRecord; index: number } | null>
}

/** About 0.5 kB each. */
const BATCHES_KEPT = 200_000

/**
 * Answers scans with one statement each, and a second one for units that were checked before. Batches never change and
 * are kept in memory; passports and lots are kept with their version, which that statement reads anew each time: a
 * recall or a new passport shows with the next scan, in every process.
 */
export function createVerifier(db: Reader, ring: CodeRing, pooler: Pooler): Verifier {
  const batches = new BoundedCache<number, LabelBatchRecord>(BATCHES_KEPT)
  const passports = keptBodies<Passport>((partyNo, productRef) => newestPassport(db, pooler, partyNo, productRef))
  const lots = keptBodies<LotView>((partyNo, lotNo) => lotTrace(db, pooler, partyNo, lotNo))

  async function batchOf(batchNo: number): Promise<LabelBatchRecord | null> {
    const cached = batches.get(batchNo)
    if (cached) return cached
    const found = await findLabelBatch(db, pooler, batchNo)
    if (found) batches.set(batchNo, found)
    return found
  }

  async function findIssued(text: string) {
    const decoded = decodeUnitCode(ring, text)
    if (!decoded) return null
    const batch = await batchOf(decoded.batchNo)
    if (!batch || batch.epoch !== decoded.epoch || decoded.index >= batch.size) return null
    return { code: decoded.code, batch, index: decoded.index }
  }

  return {
    findIssued,
    async verify(text, device, now) {
      const found = await findIssued(text)
      if (!found) {
        const readable = readUnitCode(text)
        return {
          response: notIssuedVerdict(readable ?? text, readable !== null, now),
          kept: { lot: null, passport: null },
          issued: null,
        }
      }
      const { batch, index } = found
      const unit = { partyNo: batch.partyNo, batchNo: batch.batchNo, index }
      const state = await unitState(db, pooler, batch, index)
      const toldApart = state.checks > 0 && state.checks < TOLD_APART_UP_TO
      const otherHash = toldApart ? device.firstVisitHash() : null
      const hashes = [device.hash, otherHash].filter((hash) => hash !== null)
      const [passport, lot, own] = await Promise.all([
        passports.inVersion(batch.partyNo, batch.productRef, state.passportVersion),
        lots.inVersion(batch.partyNo, batch.lotNo, state.lotVersion),
        toldApart && hashes.length > 0 ? ownChecks(db, pooler, unit, hashes, deviceWindow(now)) : 0,
      ])
      const facts = {
        code: found.code,
        statusReason: state.statusReason,
        unit: {
          index,
          status: state.status,
          statusSince: state.statusSince,
          voidReason: state.voidReason,
          earlierChecks: Math.max(0, state.checks - own),
          firstCheckedAt: state.firstCheckedAt,
          alert: state.alert,
        },
        batch: {
          batchNo: batch.batchNo,
          size: batch.size,
          issuedAt: batch.issuedAt,
          scratch: batch.scratch,
          lotNo: batch.lotNo,
        },
        lot: lot?.body ?? null,
        passport: passport?.body ?? null,
      }
      return {
        response: issuedVerdict(facts, now),
        kept: { lot: lot?.json ?? null, passport: passport?.json ?? null },
        issued: { ...unit, otherHash, popular: state.checks >= TOLD_APART_UP_TO },
      }
    },
  }
}
