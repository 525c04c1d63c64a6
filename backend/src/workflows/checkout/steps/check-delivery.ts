import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { type Delivery, toAddress } from '../../../checkout/delivery'
import { ApiError } from '../../../http/api-error'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'

export interface DeliveryInput {
  name: string
  phone: string
  email: string | null
  provinceCode: string
  communeCode: string
  street: string
  note: string | null
}

/**
 * Looks the places up and makes Medusa's address. Throws ApiError 400 with the field when the province is unknown or the
 * commune is not in it.
 */
export const checkDeliveryStep = createStep('check-delivery', async (given: DeliveryInput, { container }) => {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const [province] = await places.listProvinces({ code: given.provinceCode })
  if (!province) throw new ApiError(400, 'province_unknown', { field: 'provinceCode' })
  const [commune] = await places.listCommunes({ code: given.communeCode, province_code: given.provinceCode })
  if (!commune) throw new ApiError(400, 'commune_not_in_province', { field: 'communeCode' })
  const delivery: Delivery = {
    name: given.name,
    phone: given.phone,
    email: given.email,
    street: given.street,
    note: given.note,
    province: { code: province.code, name: province.name },
    commune: { code: commune.code, name: `${commune.type} ${commune.name}` },
  }
  return new StepResponse({ address: toAddress(delivery), email: delivery.email })
})
