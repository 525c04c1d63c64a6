import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { graph } from '../../../../../container/graph'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import type { Difference } from '../../../../../modules/payments/kinds'

const COLUMNS = ['what', 'kind', 'reference', 'groupId', 'ours', 'theirs', 'note'] as const

/** `GET /admin/reconciliations/:id/differences.csv`: what disagrees, for a spreadsheet. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const [report] = await graph<{ day: string; basis: string; differences: Difference[] }>(req.scope, {
    entity: 'reconciliation',
    fields: ['day', 'basis', 'differences'],
    filters: { id: String(req.params.id) },
  })
  if (!report) throw new ApiError(404, 'not_found')
  const lines = report.differences.map((difference) => COLUMNS.map((name) => cell(difference[name])).join(','))
  neverCache(res)
  res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.setHeader('content-disposition', `attachment; filename="doi-soat-${report.day}-${report.basis}.csv"`)
  res.send(`\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`)
}

/** A leading sign that a spreadsheet would take for a formula becomes text. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
