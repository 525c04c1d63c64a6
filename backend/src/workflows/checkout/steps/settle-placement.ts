import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import type { PlacementDraft } from '../../../checkout/draft-placement'
import { settlePlacement } from '../../../checkout/settle-placement'
import { inTransaction } from '../../../money/in-transaction'

/** Makes the group whole, in one transaction. Nothing that can fail comes after it. Throws as `settlePlacement`. */
export const settlePlacementStep = createStep('settle-placement', async (draft: PlacementDraft, { container }) => {
  await inTransaction(container, (sql) => settlePlacement(sql, draft))
  return new StepResponse(draft.groupId)
})
