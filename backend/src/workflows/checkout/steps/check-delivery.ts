import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { type Delivery, toAddress } from '../../../checkout/delivery'
import { ApiError } from '../../../http/api-error'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { readOldPlace } from '../../../places/read-old-place'

export interface DeliveryInput {
  name: string
  phone: string
  email: string | null
  provinceCode: string
  /** Null: the old place says it. */
  communeCode: string | null
  /** The place in the three levels before 2025-07-01, `xã Hồng Thái, huyện Na Hang`; null: it may stand at the end of the street. */
  legacyPlace: string | null
  street: string
  note: string | null
}

interface CommuneRow {
  code: string
  name: string
  type: string
  province_code: string
}

/**
 * Looks the places up and makes Medusa's address. Throws ApiError 400 with the field when the province is unknown or the
 * commune is not in it; 422 `place_split` with the `choices` when an old place became several communes, `place_unknown` when it is none
 * that we know in this province.
 */
export const checkDeliveryStep = createStep('check-delivery', async (given: DeliveryInput, { container }) => {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const [province] = await places.listProvinces({ code: given.provinceCode })
  if (!province) throw new ApiError(400, 'province_unknown', { field: 'provinceCode' })
  const commune =
    given.communeCode === null
      ? await communeOfOldPlace(places, given)
      : (await places.listCommunes({ code: given.communeCode, province_code: given.provinceCode }))[0]
  if (!commune) throw new ApiError(400, 'commune_not_in_province', { field: 'communeCode' })
  const delivery: Delivery = {
    name: given.name,
    phone: given.phone,
    email: given.email,
    street: streetOf(given),
    note: given.note,
    province: { code: province.code, name: province.name },
    commune: { code: commune.code, name: `${commune.type} ${commune.name}` },
  }
  return new StepResponse({ address: toAddress(delivery), email: delivery.email })
})

async function communeOfOldPlace(places: PlaceModuleService, given: DeliveryInput): Promise<CommuneRow> {
  const communes = await places.listCommunes({ province_code: given.provinceCode }, { take: null })
  const codes = communes.map((commune) => commune.code)
  const old = await places.listLegacyPlaces({ level: 'commune', targets: { $overlap: codes } }, { take: null })
  const districts = await places.listLegacyPlaces(
    { level: 'district', code: [...new Set(old.flatMap((place) => place.parent_code ?? []))] },
    { take: null },
  )
  const found = readOldPlace(
    // A street alone is no place: only what stands behind its first comma can be one.
    given.legacyPlace ?? given.street.split(',').slice(1).join(','),
    old.map((place) => ({ name: place.name, parentCode: place.parent_code, targets: place.targets })),
    new Map(districts.map((district) => [district.code, district.name])),
  ).flatMap((code) => communes.find((commune) => commune.code === code) ?? [])
  const [only, ...more] = found
  if (only && more.length === 0) return only
  throw new ApiError(422, only ? 'place_split' : 'place_unknown', {
    field: 'communeCode',
    extra: {
      choices: found.map(({ code, name, type, province_code }) => ({ code, name, type, provinceCode: province_code })),
    },
  })
}

/** The old place stays readable on the label: carriers and neighbours still go by it. */
function streetOf({ street, legacyPlace }: DeliveryInput): string {
  return legacyPlace === null ? street : `${street} (địa chỉ cũ: ${legacyPlace})`
}
