import type { Pool } from 'pg'
import { type CodeRing, codeRing, unitCode } from '../identifiers/unit-codes.ts'
import { createLabelBatch, type LabelBatch, type LabelBatchInput } from '../labels/label-batches.ts'
import { storePassport } from '../passports/passports.ts'
import { insertScans, type Scan, TOLD_APART_UP_TO } from '../storage/scans.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import { deviceHasher, deviceWindow } from '../verdicts/asking-device.ts'
import { createVerifier } from '../verdicts/verifier.ts'
import type { VerdictResponse } from '../verify/verdict.ts'
import { CODE_KEY } from './running-service.ts'
import { samplePassport, sampleRecognition } from './samples.ts'

const hasher = deviceHasher('c4'.repeat(32))
const nobody = { hash: null, firstVisitHash: () => null, person: false }

/** A label batch of a party of its own, with what tests do to it. */
export interface LabelledBatch extends LabelBatch {
  ring: CodeRing
  partyRef: string
  productRef: string
  code(index: number): string
  /** Writes scans as the log does, each by a telephone named by `device`. */
  scan(scans: { index: number; device: string; at?: Date; province?: string | null; verdict?: string }[]): Promise<void>
  answer(index: number, now?: Date): Promise<VerdictResponse>
}

/** Makes a party with a recognised product, and a batch of 1,000 labels unless told otherwise. */
export async function labelledBatch(db: Pool, changes: Partial<LabelBatchInput> = {}): Promise<LabelledBatch> {
  const ring = codeRing({ 0: CODE_KEY })
  const name = uuidV7()
  const [partyRef, productRef] = [`producer-${name}`, `product-${name}`]
  const passport = samplePassport({ productRef, recognitions: [sampleRecognition({ validTo: '2099-12-31' })] })
  await storePassport(db, { messageId: name, partyRef, passport })
  const batch = await createLabelBatch(db, {
    ...{ partyRef, productRef, lotRef: null, size: 1_000, epoch: ring.newest, requestKey: name },
    ...changes,
  })
  return {
    ...batch,
    ...{ ring, partyRef, productRef },
    code: (index) => unitCode(ring, batch, index),
    async scan(scans) {
      // What the verifier knows when it logs a scan.
      const { rows: popular } = await db.query<{ unit_ix: number }>(
        'select unit_ix from trace.unit where party_no = $1 and batch_no = $2 and checks >= $3',
        [batch.partyNo, batch.batchNo, TOLD_APART_UP_TO],
      )
      const isPopular = new Set(popular.map((row) => row.unit_ix))
      const rows: Scan[] = scans.map(({ index, device, at = new Date(), province = null, verdict = 'genuine' }) => ({
        ...{ partyNo: batch.partyNo, batchNo: batch.batchNo, index, scannedAt: at, verdict, person: true },
        deviceHash: hasher.deviceOf({ cookie: device, address: null, agent: null }, at).hash,
        ...{ otherHash: null, provinceCode: province, popular: isPopular.has(index) },
      }))
      const times = rows.map(({ scannedAt }) => scannedAt.getTime())
      const [from, to] = [
        deviceWindow(new Date(Math.min(...times))).from,
        deviceWindow(new Date(Math.max(...times))).to,
      ]
      await insertScans(db, 'none', rows, { from, to })
    },
    answer: async (index, now = new Date()) =>
      (await createVerifier(db, ring, 'none').verify(unitCode(ring, batch, index), nobody, now)).response,
  }
}
