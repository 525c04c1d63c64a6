import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { OpeningHours } from '../../../modules/promotion-centre/models/shop'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { keepShopStep } from '../steps/keep-shop'
import { keepShopStockStep } from '../steps/keep-shop-stock'
import { requireShopPlaceStep } from '../steps/require-shop-place'

export interface ShopDetails {
  name: string
  kind: 'ocop_shop' | 'ocop_centre' | 'showroom' | 'fair_booth'
  status: 'operating' | 'planned' | 'closed'
  provinceCode: string
  communeCode: string | null
  /** House number, street or hamlet. */
  address: string
  phone: string | null
  openingHours: OpeningHours[] | null
  latitude: number | null
  longitude: number | null
  pickUp: boolean
  signNote: string | null
  note: string | null
  /** Names of the parts that are illustrative. */
  sample?: string[]
}

export interface SaveShopInput {
  /** Null makes a new shop; a shop that a document names, and no centre runs, becomes this centre's. */
  shopId: string | null
  centreId: string
  details: ShopDetails
  by: AuditActor
}

/**
 * Opens or changes a shop of a centre; a shop has a Medusa stock location and sales channel of its own, made when it has none.
 * Throws ApiError 404 for a shop of another centre and 422 for a place that there is not. Out: the shop's id.
 */
export const saveShopWorkflow = createWorkflow('save-centre-shop', (input: SaveShopInput) => {
  requireShopPlaceStep(input)
  const stock = keepShopStockStep(input)
  const id = keepShopStep(transform({ input, stock }, (given) => ({ ...given.input, ...given.stock })))
  auditStep(
    transform(
      { input, id },
      ({ input: { by, details, shopId }, id: saved }): AuditDraft => ({
        actor: by,
        verb: shopId === null ? 'centre:open_shop' : 'centre:change_shop',
        subject: { type: 'shop', id: saved },
        place: { provinceCode: details.provinceCode, communeCode: details.communeCode },
        details: { name: details.name, status: details.status },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
