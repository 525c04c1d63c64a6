import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { toInspectorView } from '../../../inspectors/inspector-view'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'
import { createInspectorWorkflow } from '../../../workflows/inspection/workflows/create-inspector'
import type { NewInspectorBody } from '../validators'

/** `GET /admin/inspectors`: all inspectors, by name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  const inspectors = await inspection.listInspectors({}, { take: 5_000, order: { name: 'ASC', id: 'ASC' } })
  neverCache(res)
  res.json({ inspectors: inspectors.map(toInspectorView) })
}

/** `POST /admin/inspectors`: an account for an inspector. */
export async function POST(req: MedusaRequest<NewInspectorBody>, res: MedusaResponse): Promise<void> {
  const { result } = await createInspectorWorkflow(req.scope).run({ input: req.validatedBody })
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  neverCache(res)
  res.status(201).json({ inspector: toInspectorView(await inspection.retrieveInspector(result)) })
}
