import type { ClientBase } from 'pg'
import { partyNoOf } from '../identifiers/parties.ts'
import { InputError } from '../storage/input-error.ts'
import { type LotForStep, lockLotsForStep, lockTransfers, type TakenLot, takeFromTransfer } from '../storage/steps.ts'
import { type Amount, amountOf } from './amounts.ts'
import { exceeds } from './mass-balance.ts'
import type { StepInput } from './step-input.ts'
import { StepRefusal } from './step-refusal.ts'

/**
 * A lot a step may speak of. Throws StepRefusal when it is unknown, taken off the book, or came to be later than the step.
 */
export function usable(lot: LotForStep | undefined, field: string, ref: string, happenedAt: string): LotForStep {
  if (!lot) throw new StepRefusal(field, 'lot_unknown', `there is no lot "${ref}"`, { lot: ref })
  const named = { lot: lot.lotCode }
  if (lot.withdrawn) {
    throw new StepRefusal(field, 'lot_withdrawn', `lot "${lot.lotCode}" was taken off the book`, named)
  }
  if (lot.availableFrom !== null && happenedAt < lot.availableFrom) {
    throw new StepRefusal(field, 'lot_not_there_yet', `lot "${lot.lotCode}" came to be later than this step`, {
      ...named,
      availableFrom: lot.availableFrom,
    })
  }
  return lot
}

/** What was used before anybody knew stays used: it is recalled with its lot. From the recall on nothing is made of it. */
function refuseRecalled(lot: LotForStep, field: string, { happenedAt, disposes }: Circumstances): void {
  if (lot.recalledAt === null || disposes || happenedAt < lot.recalledAt) return
  throw new StepRefusal(field, 'lot_recalled', `lot "${lot.lotCode}" is recalled and cannot be used`, {
    lot: lot.lotCode,
  })
}

type Input = StepInput['inputs'][number]

/** What a step is, as far as taking depends on it. */
export interface Circumstances {
  happenedAt: string
  /** Recalled goods may be destroyed or sent back, and nothing else. */
  disposes: boolean
}

/** Goods a step takes; `measured` is null when neither the lot nor the step was ever weighed. */
export interface Taken extends TakenLot {
  measured: Amount | null
}

/** Takes from one's own lot; the caller holds its lock. Throws StepRefusal. */
export function takeOwn(found: LotForStep | undefined, input: Input, field: string, when: Circumstances): Taken {
  const lot = usable(found, field, input.lotRef, when.happenedAt)
  refuseRecalled(lot, field, when)
  const measured = wanted(lot, input, field, lot.left)
  return { partyNo: lot.partyNo, lotNo: lot.lotNo, amount: measured?.amount ?? null, transferStepNo: null, measured }
}

/**
 * Takes from what another party handed over to this one, and from nothing else: a lot that was not is answered like one that
 * does not exist. Throws StepRefusal.
 */
export async function takeHandedOver(
  client: ClientBase,
  partyNo: number,
  fromPartyRef: string,
  input: Input,
  field: string,
  when: Circumstances,
): Promise<Taken> {
  const fromPartyNo = await partyNoOf(client, fromPartyRef).catch((error: unknown) => {
    if (error instanceof InputError) return null
    throw error
  })
  // A foreign lot that was not handed over is answered like one that does not exist.
  const missing = new StepRefusal(field, 'not_handed_over', `lot "${input.lotRef}" was not handed over`, {
    lot: input.lotRef,
  })
  if (fromPartyNo === null) throw missing
  const found = (await lockLotsForStep(client, fromPartyNo, [input.lotRef])).get(input.lotRef)
  if (!found) throw missing
  const transfers = await lockTransfers(client, found, partyNo)
  const open = transfers.filter((each) => each.left === null || each.left > 0)
  const asked = input.amount === null ? null : amountOf(input.amount, `${field}.amount`).amount
  const from = open.find((each) => asked === null || each.left === null || !exceeds(asked, each.left)) ?? open[0]
  if (from === undefined) throw missing
  const lot = usable(found, field, input.lotRef, when.happenedAt)
  refuseRecalled(lot, field, when)
  if (when.happenedAt < from.sentAt) {
    throw new StepRefusal(field, 'lot_not_there_yet', `lot "${lot.lotCode}" was sent later than this step`, {
      lot: lot.lotCode,
      availableFrom: from.sentAt,
    })
  }
  const measured = wanted(lot, input, field, from.left)
  if (measured !== null && from.left !== null) {
    await takeFromTransfer(
      client,
      { partyNo: fromPartyNo, lotNo: lot.lotNo, stepNo: from.stepNo },
      Math.min(measured.amount, from.left),
    )
  }
  return {
    partyNo: fromPartyNo,
    lotNo: lot.lotNo,
    amount: measured?.amount ?? null,
    transferStepNo: from.stepNo,
    measured,
  }
}

/** How much a step takes: what it says, or all that is left. Null when the lot was never weighed and the step does not say. */
function wanted(lot: LotForStep, input: Input, field: string, left: number | null): Amount | null {
  if (input.amount === null) {
    if (left === null || lot.measure === null) return null
    if (left === 0) throw usedUp(lot, field, 0, 0)
    return { amount: left, measure: lot.measure }
  }
  const amount = amountOf(input.amount, `${field}.amount`)
  if (lot.measure === null || left === null) return amount
  if (amount.measure !== lot.measure) {
    throw new StepRefusal(`${field}.amount`, 'measures_differ', `lot "${lot.lotCode}" is counted in another measure`, {
      lot: lot.lotCode,
      measure: lot.measure,
    })
  }
  if (exceeds(amount.amount, left)) throw usedUp(lot, `${field}.amount`, left, amount.amount)
  // What two scales differ by is not more goods: the lot is then empty, never below.
  return { amount: Math.min(amount.amount, left), measure: lot.measure }
}

function usedUp(lot: LotForStep, field: string, left: number, asked: number): StepRefusal {
  return new StepRefusal(field, 'lot_used_up', `lot "${lot.lotCode}" has less left than that`, {
    lot: lot.lotCode,
    left,
    asked,
    measure: lot.measure ?? 'g',
  })
}

/** Throws InputError when a lot is named twice: its amounts would be checked one by one and exceed it together. */
export function refuseTwice(taken: readonly TakenLot[]): void {
  const seen = new Set<string>()
  for (const [i, { partyNo, lotNo }] of taken.entries()) {
    const key = `${partyNo}/${lotNo}`
    if (seen.has(key)) throw new InputError(`inputs.${i}`, `inputs.${i}: the lot is named twice; add the amounts up`)
    seen.add(key)
  }
}
