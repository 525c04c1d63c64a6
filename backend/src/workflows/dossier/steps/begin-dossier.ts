import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { DOSSIER_MODULE } from '../../../modules/dossier'
import type { DossierActor, DossierModuleService, NewDossier } from '../../../modules/dossier/service'
import { CLOSED_STATES } from '../../../modules/dossier/states'

/**
 * Begins a dossier; the undo takes it away. Out: its id. Throws ApiError 409 `dossier_open` when the product has one on its way.
 */
export const beginDossierStep = createStep(
  'begin-dossier',
  async ({ row, actor }: { row: NewDossier; actor: DossierActor }, { container }) => {
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const onItsWay = async () => {
      const filter = { product_id: row.product_id, state: { $nin: [...CLOSED_STATES] } }
      const [open] = await dossiers.listDossiers(filter, { take: 1, select: ['id'] })
      return open?.id ?? null
    }
    const refuse = (id: string) => new ApiError(409, 'dossier_open', { field: 'productId', extra: { dossierId: id } })
    const before = await onItsWay()
    if (before !== null) throw refuse(before)
    try {
      const id = await dossiers.begin(row, actor)
      return new StepResponse(id, id)
    } catch (error) {
      // Two members began one at once: the unique index let one in.
      const twin = await onItsWay()
      if (twin === null) throw error
      throw refuse(twin)
    }
  },
  async (id, { container }) => {
    if (!id) return
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    await dossiers.deleteDossiers(id)
  },
)
