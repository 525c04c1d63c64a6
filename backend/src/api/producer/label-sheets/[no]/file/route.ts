import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { LabelRangeQuery } from '../../../../../labels/bodies'
import { passFile } from '../../../../../labels/pass-file'

/** `GET /producer/label-sheets/:no/file?from&to`: any labels of a print sheet as one file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as LabelRangeQuery
  await passFile(req, res, ['label-sheets', String(req.params.no), 'file'], { ...query })
}
