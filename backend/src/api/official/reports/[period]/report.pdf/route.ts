import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendReport } from '../../../../../figures/send-report'

/** `GET /official/reports/:period/report.pdf?province&edition`: the report as a file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendReport(req, res, 'pdf')
}
