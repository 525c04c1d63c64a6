import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type CodeRing, decodeUnitCode } from '../identifiers/unit-codes.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLabelBatch } from '../storage/label-batches.ts'
import { keepScratchTry, lockScratchTry } from '../storage/scratch-tries.ts'
import { CROCKFORD_ALPHABET } from '../verify/crockford.ts'

/** 50 bits: with five tries a day a guess is right with odds of 1 in 200 million million. */
export const SCRATCH_CODE_LENGTH = 10

/** Wrong tries of a unit, after which it takes none for a day. For ever would let anybody spoil a pack on a shelf. */
export const SCRATCH_TRIES = 5
const LOCKED_FOR_MS = 24 * 3_600_000

/** Keys of scratch codes by key epoch; others than those of unit codes, so that one leak never gives both. */
export interface ScratchRing {
  keys: ReadonlyMap<number, Buffer>
}

/** Makes the ring. In: 64 hex characters for each key epoch. Throws InputError that names the epoch. */
export function scratchRing(keys: Record<number, string>): ScratchRing {
  const ring = new Map<number, Buffer>()
  for (const [epoch, key] of Object.entries(keys)) {
    if (!/^[0-9a-f]{64}$/i.test(key)) {
      throw new InputError(epoch, `The scratch key of epoch ${epoch} must be 64 hex characters`)
    }
    ring.set(Number(epoch), Buffer.from(key, 'hex'))
  }
  return { keys: ring }
}

/**
 * The hidden code of label `index` of a batch: ten Crockford base32 characters of an HMAC-SHA-256 over batch and index.
 * It stands on the label below the scratch layer and nowhere else. Throws InputError when the epoch has no key.
 */
export function scratchCode(ring: ScratchRing, batch: { batchNo: number; epoch: number }, index: number): string {
  const key = ring.keys.get(batch.epoch)
  if (!key) throw new InputError('epoch', `There is no scratch key for epoch ${batch.epoch}`)
  const mac = createHmac('sha256', key).update(`scratch ${batch.batchNo} ${index}`).digest()
  // 256 is a multiple of 32, so that every character is as likely as another.
  return Array.from({ length: SCRATCH_CODE_LENGTH }, (_, i) => CROCKFORD_ALPHABET.charAt((mac[i] ?? 0) % 32)).join('')
}

/** A hidden code as people type it: any case, spaces and dashes, O for 0, I and L for 1. Null when it cannot be one. */
export function readScratchCode(text: string): string | null {
  if (text.length > 64) return null
  const code = text
    .normalize('NFKC')
    .replace(/[\s\-._]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === SCRATCH_CODE_LENGTH && [...code].every((each) => CROCKFORD_ALPHABET.includes(each))
    ? code
    : null
}

const confirmationSchema = z.strictObject({
  code: z.string().min(1).max(512),
  scratch: z.string().min(1).max(512),
  /** Daily hash of the asking device (`deviceHasher`); null when it is unknown. */
  device: z.instanceof(Uint8Array).nullable(),
  provinceCode: z
    .string()
    .regex(/^[0-9]{2}$/, 'must be two digits')
    .nullable(),
})
export type ScratchConfirmation = z.infer<typeof confirmationSchema>

/** One shape for every outcome; whoever does not hold the hidden code learns nothing but `wrong` or `locked`, and what tries are left. */
export interface ScratchAnswer {
  /** `wrong` also for a code not issued here, or a label without a hidden code. */
  result: 'confirmed' | 'already_confirmed' | 'wrong' | 'locked'
  /** The first confirmation, UTC, and its province when it was stated; null unless (already) confirmed. */
  confirmedAt: string | null
  provinceCode: string | null
  /** UTC; null unless locked. */
  lockedUntil: string | null
  /** How many tries are left before the lock; null unless `wrong`. All of them for a code that has no hidden one. */
  triesLeft: number | null
}

/**
 * Confirms the hidden code of a label: the first to do so opened the pack. To be called for an explicit POST, never for a
 * GET: link previews and scanners must not use it up. Repeating it with the same device on the same day answers
 * `confirmed` again; anybody else later is told `already_confirmed` with time and province. Five wrong tries lock the unit
 * for a day, for right codes too. Throws InputError on malformed input.
 */
export async function confirmScratch(
  db: Database,
  rings: { codes: CodeRing; scratch: ScratchRing },
  input: ScratchConfirmation,
  now: Date = new Date(),
): Promise<ScratchAnswer> {
  const { code, scratch, device, provinceCode } = parseInput(confirmationSchema, input)
  const found = decodeUnitCode(rings.codes, code)
  const batch = found ? await findLabelBatch(db, 'transaction', found.batchNo) : null
  if (!found || !batch?.scratch || batch.epoch !== found.epoch || found.index >= batch.size) {
    return answer('wrong', { triesLeft: SCRATCH_TRIES })
  }
  const typed = readScratchCode(scratch)
  const expected = scratchCode(rings.scratch, batch, found.index)
  const right = typed !== null && timingSafeEqual(Buffer.from(typed), Buffer.from(expected))
  const unit = { partyNo: batch.partyNo, batchNo: batch.batchNo, index: found.index }
  return inTransaction(db, async (client) => {
    // The row lock makes parallel tries take turns: each sees the count of those before it.
    const before = await lockScratchTry(client, unit)
    if (before.lockedUntil !== null && before.lockedUntil > now)
      return answer('locked', { lockedUntil: before.lockedUntil })
    if (!right) {
      const wrongTries = (before.lockedUntil === null ? before.wrongTries : 0) + 1
      const lockedUntil = wrongTries >= SCRATCH_TRIES ? new Date(now.getTime() + LOCKED_FOR_MS) : null
      await keepScratchTry(client, unit, { ...before, wrongTries, lockedUntil })
      return answer('wrong', { triesLeft: SCRATCH_TRIES - wrongTries })
    }
    if (before.confirmedAt !== null) {
      const same = device !== null && before.deviceHash?.equals(device) === true
      return answer(same ? 'confirmed' : 'already_confirmed', {
        confirmedAt: before.confirmedAt,
        provinceCode: before.provinceCode,
      })
    }
    const deviceHash = device === null ? null : Buffer.from(device)
    const first = { wrongTries: 0, lockedUntil: null, confirmedAt: now, provinceCode, deviceHash }
    await keepScratchTry(client, unit, first)
    return answer('confirmed', { confirmedAt: now, provinceCode })
  })
}

function answer(
  result: ScratchAnswer['result'],
  known: { lockedUntil?: Date; confirmedAt?: Date; provinceCode?: string | null; triesLeft?: number } = {},
): ScratchAnswer {
  return {
    result,
    confirmedAt: known.confirmedAt?.toISOString() ?? null,
    provinceCode: known.provinceCode ?? null,
    lockedUntil: known.lockedUntil?.toISOString() ?? null,
    triesLeft: known.triesLeft ?? null,
  }
}
