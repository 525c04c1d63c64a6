import type { MedusaContainer } from '@medusajs/framework/types'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import type { Place } from './official-scope'

export interface PlaceNames {
  /** With its type as people write it: `Tỉnh Tuyên Quang`; null where there is none. */
  provinceName: string | null
  /** `Xã Hồng Thái`; null where there is none. */
  communeName: string | null
}

/** The same rows with the names of their places; a code that is not known has none. */
export async function namedPlaces<Row extends Place>(
  container: MedusaContainer,
  rows: readonly Row[],
): Promise<(Row & PlaceNames)[]> {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const given = (codes: (string | null)[]) => [...new Set(codes.filter((code) => code !== null))]
  const provinceCodes = given(rows.map((row) => row.provinceCode))
  const communeCodes = given(rows.map((row) => row.communeCode))
  const [provinces, communes] = await Promise.all([
    provinceCodes.length === 0 ? [] : places.listProvinces({ code: provinceCodes }, { take: provinceCodes.length }),
    communeCodes.length === 0 ? [] : places.listCommunes({ code: communeCodes }, { take: communeCodes.length }),
  ])
  const provinceName = new Map(provinces.map(({ code, full_name }) => [code, full_name]))
  const communeName = new Map(communes.map(({ code, type, name }) => [code, `${type} ${name}`]))
  return rows.map((row) => ({
    ...row,
    provinceName: (row.provinceCode && provinceName.get(row.provinceCode)) || null,
    communeName: (row.communeCode && communeName.get(row.communeCode)) || null,
  }))
}
