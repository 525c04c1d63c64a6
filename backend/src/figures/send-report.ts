import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../http/cache-headers'
import { officialOf } from '../officials/official-scope'
import type { ReportQuery } from './bodies'
import { provinceNames, readReport, reportPlace } from './read-reports'
import { reportPdf, reportXlsx } from './report-file'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** Answers with a report as a workbook or on paper. In: the period in the path, place and edition in the query. */
export async function sendReport(req: MedusaRequest, res: MedusaResponse, format: keyof typeof TYPES): Promise<void> {
  const official = officialOf(req)
  const { province, edition } = req.validatedQuery as unknown as ReportQuery
  const { provinceCode, post } = reportPlace(official, 'report:read', province)
  const period = String(req.params.period)
  const question = { period, provinceCode, now: new Date(), ...(edition === undefined ? {} : { edition }) }
  const [report, names] = await Promise.all([readReport(req.scope, question), provinceNames(req.scope)])
  const file =
    format === 'xlsx'
      ? await reportXlsx(report, names)
      : await reportPdf(report, names, `${official.name}, ${post.unitName}`)
  neverCache(res)
  res.attachment(`bao-cao-ocop-${period}${provinceCode === null ? '' : `-${provinceCode}`}.${format}`)
  res.setHeader('content-type', TYPES[format])
  res.send(file)
}
