import { foldText } from '../text/fold-text'

/** A unit dissolved on 2025-07-01 as far as an old address names it. */
export interface OldPlace {
  name: string
  /** Its district. */
  parentCode: string | null
  /** Codes of the communes that took over. */
  targets: readonly string[]
}

const KINDS = /^(tinh|thanh pho|tp|huyen|h|quan|q|thi xa|tx|thi tran|tt|xa|x|phuong|p|dac khu)(?:\.\s*|\s+)(?=\S)/

/** A place's name without its kind, for comparing: `Xã Hồng Thái` and `X. Hồng  Thái` are `hong thai`. */
export function bareName(name: string): string {
  return foldText(name).replace(KINDS, '')
}

/**
 * Which of today's communes an address in the old three levels may mean: `xã Hồng Thái, huyện Na Hang`, also at the end of a street
 * (`12 Lê Lợi, xã Hồng Thái, huyện Na Hang`), with or without the province behind. A district that is named narrows the choice.
 * In: the address; communes dissolved into ones of the province the buyer chose; names of their districts by code. Out: codes, sorted; none when
 * no name fits. Pure.
 */
export function readOldPlace(
  address: string,
  places: readonly OldPlace[],
  districts: ReadonlyMap<string, string>,
): string[] {
  const parts = address
    .split(/[,;]/)
    .map(bareName)
    .filter((part) => part !== '')
  const named = places.filter((place) => parts.includes(bareName(place.name)))
  const inDistrict = named.filter((place) => {
    const district = place.parentCode === null ? undefined : districts.get(place.parentCode)
    return district !== undefined && parts.includes(bareName(district))
  })
  return [...new Set((inDistrict.length > 0 ? inDistrict : named).flatMap((place) => place.targets))].sort()
}
