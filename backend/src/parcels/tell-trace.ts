import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { z } from '@medusajs/framework/zod'
import { askTrace, jsonOf, type TraceAnswer } from '../journal/ask-trace'
import { inTransaction } from '../money/in-transaction'
import { partyRefOf } from '../passports/party-ref'
import type { TraceService } from '../passports/trace-client'

/** What a message of the topic `parcel` says. */
export const parcelNewsSchema = z.strictObject({ did: z.enum(['packed', 'unpacked', 'came_back']) })
export type ParcelNews = z.infer<typeof parcelNewsSchema>

interface ToldParcel {
  id: string
  order_id: string
  producer_id: string
  packed_by: string
  packed_at: Date
  sample: boolean
}
interface LotRow {
  lot_ref: string
  amount: { value: number; unit: string } | null
  quantity: number
}
interface UnitRow {
  code: string
  batch_no: number
}

/**
 * Tells the traceability service what became of a parcel: the lots that left with the order they are in (an entry `selling`, so that a
 * recall finds its buyers), and the packages that are sold or back. Told again it changes nothing: every call carries a key.
 * Throws ApiError 503 when the service is away. A refusal (the lot was used up on paper meanwhile) is noted in the log and is no reason
 * to ask for ever: which lot is in which parcel is on record here.
 */
export async function tellTrace(
  container: MedusaContainer,
  trace: TraceService,
  parcelId: string,
  { did }: ParcelNews,
): Promise<void> {
  const { parcel, lots, units } = await readTold(container, parcelId)
  if (!parcel) return
  const partyRef = partyRefOf(parcel.producer_id)
  const noted = (what: string, answer: TraceAnswer) => noteRefusal(container, parcelId, what, answer)
  const step = entryOf(parcel, partyRef, lots)
  const recorded = step && (await askTrace(trace, partyRef, { method: 'POST', path: ['steps'], body: step }))
  if (recorded) noted('lots', recorded)
  if (did !== 'packed' && step && recorded?.status === 200) {
    const { stepNo } = jsonOf(recorded) as { stepNo: string }
    const body = {
      ...{ partyRef, requestKey: `parcel-back-${parcelId}`, reason: REASONS[did], replacement: null },
      recordedBy: parcel.packed_by,
    }
    noted('lots back', await askTrace(trace, partyRef, { method: 'POST', path: ['steps', stepNo, 'correct'], body }))
  }
  for (const [batchNo, codes] of byBatch(units)) {
    const change = {
      ...{ codes, actorRef: parcel.packed_by, placeRef: null, provinceCode: null },
      ...(did === 'packed'
        ? { action: 'sell', note: null, requestKey: `parcel-sell-${parcelId}-${batchNo}` }
        : { action: 'return', note: REASONS[did], requestKey: `parcel-return-${parcelId}-${batchNo}` }),
    }
    const path = ['parties', partyRef, 'label-batches', String(batchNo), 'units']
    noted('packages', await askTrace(trace, partyRef, { method: 'POST', path, body: change }))
  }
  await inTransaction(container, (sql) =>
    sql.query('UPDATE parcel SET told_at = coalesce(told_at, now()) WHERE id = ?', [parcelId]),
  )
}

const REASONS = { unpacked: 'Mở kiện, hàng trở lại kho', came_back: 'Khách không nhận, hàng trở lại kho' } as const
const MOST_CODES = 500

/** The journal's entry of a parcel; the same for the same parcel. Null when no lot with a balance is in it. */
function entryOf(parcel: ToldParcel, partyRef: string, lots: readonly LotRow[]): Record<string, unknown> | null {
  const weighed = new Map<string, { value: number; unit: string }>()
  for (const { lot_ref, amount } of lots) {
    if (amount === null) continue
    const before = weighed.get(lot_ref)
    weighed.set(lot_ref, { value: (before?.value ?? 0) + amount.value, unit: amount.unit })
  }
  if (weighed.size === 0) return null
  return {
    partyRef,
    requestKey: `parcel-${parcel.id}`,
    step: 'selling',
    happenedAt: new Date(parcel.packed_at).toISOString(),
    ...{ deviceNow: null, place: null, note: null, about: [], quantity: null, additions: [], outputs: [] },
    inputs: [...weighed].map(([lotRef, amount]) => ({ lotRef, partyRef: null, amount })),
    ...{ sourceAreaRefs: [], handTo: null, orderRefs: [parcel.order_id], evidence: [] },
    ...{ confidence: 'self_declared', recordedBy: parcel.packed_by, sample: parcel.sample },
  }
}

function byBatch(units: readonly UnitRow[]): [number, string[]][] {
  const codes = new Map<number, string[]>()
  for (const { batch_no, code } of units)
    codes.set(batch_no, [...(codes.get(batch_no) ?? []), code].slice(0, MOST_CODES))
  return [...codes]
}

async function readTold(
  container: MedusaContainer,
  id: string,
): Promise<{ parcel: ToldParcel | null; lots: LotRow[]; units: UnitRow[] }> {
  return inTransaction(container, async (sql) => {
    const [parcel] = await sql.query<ToldParcel>(
      'SELECT id, order_id, producer_id, packed_by, packed_at, sample FROM parcel WHERE id = ?',
      [id],
    )
    return {
      parcel: parcel ?? null,
      lots: await sql.query<LotRow>(
        'SELECT lot_ref, amount, quantity FROM parcel_lot WHERE parcel_id = ? ORDER BY id',
        [id],
      ),
      units: await sql.query<UnitRow>('SELECT code, batch_no FROM parcel_unit WHERE parcel_id = ? ORDER BY id', [id]),
    }
  })
}

function noteRefusal(container: MedusaContainer, parcelId: string, what: string, answer: TraceAnswer): void {
  if (answer.status === 200) return
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `Parcel ${parcelId}: the traceability service refused its ${what} (${answer.status} ${answer.bytes.toString().slice(0, 300)}).`,
    )
}
