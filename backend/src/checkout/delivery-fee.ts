/** A delivery rate of some days; whole đồng, grams. `first_grams`, `step_grams`, `step_fee` are those of a rate by weight. */
export interface Rate {
  producerId: string | null
  method: 'flat' | 'by_weight'
  firstGrams: number | null
  firstFee: number
  stepGrams: number | null
  stepFee: number | null
  maxGrams: number | null
  validFrom: string
  validTo: string | null
}

/**
 * What one producer's goods cost to deliver by a method on a day. The producer's own rate comes before the one for all, the one that
 * began last before others. In: the parcel's weight in grams, null when a weight is not known. Out: whole đồng; null when the method is not
 * offered: no rate, too heavy, or a rate that asks for a weight that is not known. Pure.
 */
export function deliveryFee(
  rates: readonly Rate[],
  method: 'flat' | 'by_weight',
  producerId: string,
  grams: number | null,
  day: string,
): number | null {
  const inForce = rates.filter(
    (rate) => rate.method === method && rate.validFrom <= day && (rate.validTo === null || day <= rate.validTo),
  )
  const newest = (owner: string | null) =>
    inForce
      .filter((rate) => rate.producerId === owner)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
      .at(0)
  const rate = newest(producerId) ?? newest(null)
  if (!rate) return null
  if (rate.maxGrams !== null && (grams === null || grams > rate.maxGrams)) return null
  if (rate.method === 'flat') return rate.firstFee
  if (grams === null || rate.firstGrams === null || rate.stepGrams === null || rate.stepFee === null) return null
  const steps = Math.ceil(Math.max(0, grams - rate.firstGrams) / rate.stepGrams)
  return rate.firstFee + steps * rate.stepFee
}
