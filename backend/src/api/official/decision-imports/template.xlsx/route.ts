import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { IMPORT_COLUMNS, TEMPLATE_ROW } from '../../../../decisions/import-columns'
import { neverCache } from '../../../../http/cache-headers'
import { requireVerb } from '../../../../officials/official-scope'

/** `GET /official/decision-imports/template.xlsx`: the table to fill in, with one row that shows how. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'decision:import')
  const head = IMPORT_COLUMNS.map(({ title }) => title)
  const row = IMPORT_COLUMNS.map(({ key }) => TEMPLATE_ROW[key])
  const file = await plainXlsx(
    'Quyết định',
    head,
    [row],
    head.map((title) => Math.max(14, title.length + 4)),
  )
  neverCache(res)
  res.attachment('mau-nhap-quyet-dinh.xlsx')
  res.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  res.send(file)
}
