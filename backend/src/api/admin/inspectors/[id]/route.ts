import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { toInspectorView } from '../../../../inspectors/inspector-view'
import { INSPECTION_MODULE } from '../../../../modules/inspection'
import type { InspectionModuleService } from '../../../../modules/inspection/service'
import { changeInspectorWorkflow } from '../../../../workflows/inspection/workflows/change-inspector'
import type { InspectorChangeBody } from '../../validators'

/** `POST /admin/inspectors/:id`: changes, suspends or frees an inspector, or sets a new password. */
export async function POST(req: MedusaRequest<InspectorChangeBody>, res: MedusaResponse): Promise<void> {
  const { result } = await changeInspectorWorkflow(req.scope).run({
    input: { ...req.validatedBody, inspectorId: String(req.params.id) },
  })
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  neverCache(res)
  res.json({ inspector: toInspectorView(await inspection.retrieveInspector(result)) })
}
