import { recordEvents } from '@sao-lang/traceability/events/journey'
import { upsertLot } from '@sao-lang/traceability/events/lots'
import { recallLot } from '@sao-lang/traceability/events/recalls'
import { upsertSourceArea } from '@sao-lang/traceability/events/source-areas'
import { recordStep } from '@sao-lang/traceability/events/steps'
import { registerParty } from '@sao-lang/traceability/identifiers/parties'
import { codeRing, MAX_BATCH_NO, unitCode } from '@sao-lang/traceability/identifiers/unit-codes'
import { createLabelBatch, type LabelBatch, type LabelBatchInput } from '@sao-lang/traceability/labels/label-batches'
import { LabelRefusal } from '@sao-lang/traceability/labels/label-refusal'
import { voidUnit } from '@sao-lang/traceability/labels/units'
import type { Database } from '@sao-lang/traceability/storage/database'
import type { Place } from '@sao-lang/traceability/verify'
import { addDays } from '../calendar.ts'
import { requireBy, type SeedData } from '../data/load-data.ts'
import { JOURNAL_PARTS, journalEntries } from './journal-entries.ts'
import { lotJourney } from './lot-journey.ts'
import type { SampleCodes } from './seed-record.ts'

/** Ids that the shop gave to what was listed. */
export interface ShopIds {
  /** Product id by the data's id, e.g. `prd-037`. */
  productIds: ReadonlyMap<string, string>
  /** Producer id by handle. */
  producerIds: ReadonlyMap<string, string>
}

export interface TraceCounts {
  sourceAreas: number
  lots: number
  events: number
  labels: number
}

/**
 * Writes source areas, lots with their journeys or journals, label batches, one recall and one void label; all of it illustrative.
 * Repeating it changes nothing. Lots packed without a valid recognition get no labels, as in life: the passports must be there
 * before. In: the database with schema `trace`, the data, the shop's ids and the key of unit codes.
 * Out: counts, and a package for every kind of answer a scan can give.
 */
export async function seedTrace(
  db: Database,
  data: SeedData,
  ids: ShopIds,
  codeKey: string,
): Promise<{ counts: TraceCounts; sampleCodes: SampleCodes }> {
  const ring = codeRing({ 0: codeKey })
  for (const partyRef of ids.producerIds.values()) await registerParty(db, partyRef)

  for (const area of data.sourceAreas) {
    await upsertSourceArea(db, {
      partyRef: idOf(ids.producerIds, area.producer),
      ref: area.ref,
      name: area.name,
      place: placeOf(data, area.place),
      areaHectares: area.areaHectares,
      growers: area.growers,
      certificates: area.certificates,
      confidence: area.confidence,
      sample: true,
      productRefs: area.products.map((product) => idOf(ids.productIds, product)),
    })
  }

  const batches = new Map<string, LabelBatch>()
  let events = 0
  for (const lot of data.lots) {
    const sample = requireBy(data.sampleProducts, 'id', lot.product)
    const partyRef = idOf(ids.producerIds, sample.producer)
    const productRef = idOf(ids.productIds, lot.product)
    await upsertLot(db, {
      partyRef,
      ref: lot.ref,
      productRef,
      lotCode: lot.code,
      packedOn: lot.packedOn,
      bestBefore: sample.shelfLifeDays === null ? null : addDays(lot.packedOn, sample.shelfLifeDays),
      quantity: { value: lot.units, unit: 'gói' },
      status: 'packed',
      sourceAreaRefs: lot.sourceAreas,
      sample: true,
    })
    const steps = data.journeys[lot.journey]
    const area = requireBy(data.sourceAreas, 'ref', lot.sourceAreas[0] ?? '')
    if (!steps || !sample.unitQuantity) throw new Error(`seed/data: lot ${lot.ref} has no journey or no quantity`)
    const journey = lotJourney(lot, steps, sample.unitQuantity, placeOf(data, area.place))
    await recordEvents(db, partyRef, lot.ref, journey)
    events += journey.length
    const wanted = { partyRef, productRef, lotRef: lot.ref, size: lot.units, epoch: ring.newest }
    const batch = await orderLabels(db, { ...wanted, requestKey: `seed:${lot.ref}` }, lot.packedOn)
    if (batch) batches.set(lot.ref, batch)
  }

  for (const journal of data.journals) {
    const product = requireBy(data.sampleProducts, 'id', journal.product)
    const area = requireBy(data.sourceAreas, 'ref', journal.sourceArea)
    const partyRef = idOf(ids.producerIds, product.producer)
    const productRef = idOf(ids.productIds, journal.product)
    const entries = journalEntries(journal, product, { partyRef, productRef, place: placeOf(data, area.place) })
    for (const entry of entries) await recordStep(db, entry)
    events += entries.length
    const lotRef = `${journal.ref}-${JOURNAL_PARTS.packed}`
    const wanted = { partyRef, productRef, lotRef, size: journal.packing.packs, epoch: ring.newest }
    const batch = await orderLabels(db, { ...wanted, requestKey: `seed:${lotRef}` }, journal.packing.day)
    if (batch) batches.set(lotRef, batch)
  }

  const { genuine, expired, recalled, void: spoiled } = data.scenario
  const batchOf = (lot: string) => idOf(batches, lot)
  const lot = requireBy(data.lots, 'ref', recalled.lot)
  await recallLot(db, {
    partyRef: idOf(ids.producerIds, requireBy(data.sampleProducts, 'id', lot.product).producer),
    lotRef: recalled.lot,
    reason: recalled.reason,
    advice: recalled.advice,
  })
  await voidUnit(db, { batchNo: batchOf(spoiled.lot).batchNo, index: spoiled.index, reason: spoiled.reason })

  return {
    counts: {
      sourceAreas: data.sourceAreas.length,
      lots: data.lots.length + data.journals.length * Object.keys(JOURNAL_PARTS).length,
      events,
      labels: [...batches.values()].reduce((sum, batch) => sum + batch.size, 0),
    },
    sampleCodes: {
      genuine: unitCode(ring, batchOf(genuine.lot), genuine.index),
      expired: unitCode(ring, batchOf(expired.lot), expired.index),
      recalled: unitCode(ring, batchOf(recalled.lot), recalled.index),
      void: unitCode(ring, batchOf(spoiled.lot), spoiled.index),
      // Written like any other, but of a batch number that is reached only after 268 million print runs.
      unknown: unitCode(ring, { batchNo: MAX_BATCH_NO, epoch: ring.newest, size: 1 }, 0),
    },
  }
}

/** Labels ordered on the packing day; null when the product had no valid recognition then, and so could have none. */
async function orderLabels(db: Database, wanted: LabelBatchInput, day: string): Promise<LabelBatch | null> {
  try {
    return await createLabelBatch(db, wanted, new Date(`${day}T08:00:00+07:00`))
  } catch (error) {
    if (error instanceof LabelRefusal) return null
    throw error
  }
}

/** A place with the names people read, from its codes. */
function placeOf(data: SeedData, place: SeedData['sourceAreas'][number]['place']): Place {
  return {
    provinceCode: place.provinceCode,
    provinceName: requireBy(data.provinces, 'code', place.provinceCode).name,
    communeCode: place.communeCode,
    communeName: place.communeCode === null ? null : communeName(data, place.communeCode),
    legacyName: place.legacyName,
  }
}

/** With its kind, as people write it: “Xã Xuân Vân”. */
function communeName(data: SeedData, code: string): string {
  const { type, name } = requireBy(data.communes, 'code', code)
  return `${type} ${name}`
}

function idOf<T>(ids: ReadonlyMap<string, T>, key: string): T {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`seed: "${key}" has not been loaded`)
  return id
}
