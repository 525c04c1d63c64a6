import type { ClientBase } from 'pg'
import { keepProductParty } from '../storage/products.ts'
import { insertLot, type NewLot, rewriteLot } from '../storage/steps.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import { type Amount, amountOf, type Measure } from './amounts.ts'
import { exceeds } from './mass-balance.ts'
import type { StepInput } from './step-input.ts'
import { StepRefusal } from './step-refusal.ts'

/** A step that takes the place of another: the lots it names again stay the same lots. */
export interface Replacement {
  stepNo: string
  /** By ref: what later steps took of it in base units, and the first moment they did. */
  lots: ReadonlyMap<string, { lotNo: string; used: number; usedFrom: string | null }>
  /** The lots themselves and all that was made of them: none of it can be what they were made of. */
  descendants: ReadonlySet<string>
}

/** The lot an entry makes, with its amount in base units. Throws StepRefusal when later steps used more than that. */
export function newLot(
  output: StepInput['outputs'][number],
  index: number,
  happenedAt: string,
  sample: boolean,
  replaces: Replacement | null,
): NewLot {
  const field = `outputs.${index}`
  const net = output.packs ? amountOf(output.packs.net, `${field}.packs.net`) : null
  const amount: Amount | null =
    output.packs && net
      ? { amount: net.amount * output.packs.count, measure: net.measure }
      : output.amount
        ? amountOf(output.amount, `${field}.amount`)
        : null
  const kept = replaces?.lots.get(output.ref)
  if (kept && amount && exceeds(kept.used, amount.amount)) {
    throw new StepRefusal(`${field}.amount`, 'lot_used_up', `later steps used more of lot "${output.lotCode}"`, {
      lot: output.lotCode,
      left: amount.amount,
      asked: kept.used,
      measure: amount.measure,
    })
  }
  if (kept?.usedFrom && kept.usedFrom < happenedAt) {
    throw new StepRefusal('happenedAt', 'lot_not_there_yet', `lot "${output.lotCode}" was used earlier than this`, {
      lot: output.lotCode,
      availableFrom: happenedAt,
    })
  }
  return {
    lotNo: kept?.lotNo ?? uuidV7(),
    ref: output.ref,
    lotCode: output.lotCode,
    kind: output.kind,
    productRef: output.productRef,
    material: output.material,
    amount: amount?.amount ?? null,
    measure: amount?.measure ?? null,
    packs: output.packs?.count ?? null,
    quantity: output.packs ? { value: output.packs.count, unit: output.packs.unit } : output.amount,
    packedOn: output.packedOn,
    bestBefore: output.bestBefore,
    availableFrom: happenedAt,
    sample,
  }
}

/** Null when the lot was entered without an amount. */
export function amountOfLot({ amount, measure }: { amount: number | null; measure: Measure | null }): Amount | null {
  return amount === null || measure === null ? null : { amount, measure }
}

/** Writes the lots of a step; a replaced step's lots are rewritten. Throws StepRefusal when a new lot is there already. */
export async function insertMade(
  client: ClientBase,
  partyNo: number,
  made: readonly NewLot[],
  replaces: Replacement | null,
): Promise<void> {
  for (const [i, lot] of made.entries()) {
    if (lot.productRef !== null) await keepProductParty(client, partyNo, lot.productRef)
    if (replaces?.lots.has(lot.ref)) {
      await rewriteLot(client, partyNo, lot)
      continue
    }
    if (await insertLot(client, partyNo, lot)) continue
    // A lot has one origin: to name one that is there already would make it its own ancestor, or twice itself.
    throw new StepRefusal(
      `outputs.${i}.ref`,
      'lot_exists',
      `there is a lot "${lot.ref}" already; a step makes new lots`,
      {
        lot: lot.lotCode,
      },
    )
  }
}
