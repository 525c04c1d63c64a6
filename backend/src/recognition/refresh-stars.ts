import type { MedusaContainer } from '@medusajs/framework/types'
import { type Recognition, recognitionStateOn, vietnamDay } from '@sao-lang/traceability/verify'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { RecognitionModuleService, StarFact } from '../modules/recognition/service'

const BATCH = 500

/**
 * Compares the star every product carries on the day of `now` (+07) with the one last announced, and queues the refresh
 * of those that differ: by the calendar, by a decision, or by a hand that changed the row itself.
 * Out: ids of the products whose star differs.
 */
export async function refreshStars(container: MedusaContainer, now: Date): Promise<string[]> {
  const recognitions: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const facts = await recognitions.listStarFacts()
  const announced = await recognitions.listStarStates({}, { take: null })

  const today = vietnamDay(now)
  const current = new Map([...groupByProduct(facts)].map(([id, rows]) => [id, fingerprint(rows, today)]))
  const before = new Map(announced.map((state) => [state.product_id, state.fingerprint]))
  const none = fingerprint([], today)
  const changed = [...new Set([...current.keys(), ...before.keys()])]
    .map((product_id) => ({ product_id, fingerprint: current.get(product_id) ?? none }))
    .filter((state) => before.get(state.product_id) !== state.fingerprint)

  for (let start = 0; start < changed.length; start += BATCH) {
    await recognitions.announceStars(changed.slice(start, start + BATCH))
  }
  return changed.map((state) => state.product_id)
}

function groupByProduct(facts: readonly StarFact[]): Map<string, StarFact[]> {
  const groups = new Map<string, StarFact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.product_id)
    if (group) group.push(fact)
    else groups.set(fact.product_id, [fact])
  }
  return groups
}

/** All that a badge shows of a state, as one text; what an extension or a suspension adds stands at its end, so that others read as before. */
function fingerprint(facts: readonly StarFact[], day: string): string {
  const { status, stars, recognition, lapsedOn, transitional } = recognitionStateOn(facts.map(toRecognition), day)
  const { ref, validTo, extendedTo, suspensions } = recognition ?? {}
  return [
    ...[status, stars, ref, validTo, lapsedOn],
    ...(extendedTo ? [transitional, extendedTo] : []),
    ...(suspensions ?? []).map(({ from, to }) => `${from}/${to ?? ''}`),
  ].join('|')
}

function toRecognition(fact: StarFact): Recognition {
  return {
    ref: fact.id,
    stars: fact.stars,
    points: null,
    rubricVersion: '',
    decisionNumber: '',
    decisionDate: fact.decision_date,
    authority: '',
    validFrom: fact.valid_from,
    validTo: fact.valid_to,
    revokedOn: fact.revoked_on,
    extendedTo: fact.extended_to,
    suspensions: fact.suspensions,
    sample: false,
  }
}
