import { TAXES, type Tax, type TaxCategory } from '../modules/settlement/kinds'
import type { FrozenTax } from './line-terms'
import { shareOfBase } from './share-of-base'
import { isWithheldFrom } from './withheld-forms'

/** A rate in force on the day of the sale. */
export interface WithholdingRate {
  id: string
  tax: Tax
  category: TaxCategory
  basisPoints: number
}

/** What a product group is to the tax office: tours and stays are services, all else is goods. */
const CATEGORIES: Readonly<Record<string, TaxCategory>> = {
  food: 'goods',
  drink: 'goods',
  herbal: 'goods',
  craft: 'goods',
  ornamental: 'goods',
  tourism: 'service',
}

/**
 * Tax withheld from a line: of households alone, on what the goods bring (whoever pays for them), each tax rounded once. A product
 * group that is not known takes the highest rate there is (NĐ 252/2026). Taxes that come to 0 are left out.
 */
export function withheldTaxes(
  rates: readonly WithholdingRate[],
  legalForm: string,
  sector: string,
  base: number,
): FrozenTax[] {
  if (!isWithheldFrom(legalForm)) return []
  const category = CATEGORIES[sector]
  return TAXES.flatMap((tax) => {
    const known = rates.filter((rate) => rate.tax === tax)
    const fitting = category === undefined ? [] : known.filter((rate) => rate.category === category)
    const highest = (fitting.length > 0 ? fitting : known).reduce<WithholdingRate | null>(
      (best, rate) => (best === null || rate.basisPoints > best.basisPoints ? rate : best),
      null,
    )
    const amount = highest === null ? 0 : shareOfBase(base, highest.basisPoints)
    return highest === null || amount === 0
      ? []
      : [{ tax, rateId: highest.id, basisPoints: highest.basisPoints, amount }]
  })
}
