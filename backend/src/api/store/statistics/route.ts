import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { cachePublicly } from '../../../http/cache-headers'
import { PROGRAMME_MODULE } from '../../../modules/programme'
import type { ProgrammeModuleService } from '../../../modules/programme/service'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'

/** `GET /store/statistics`: figures, fairs and legal basis as the documents give them. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const programme: ProgrammeModuleService = req.scope.resolve(PROGRAMME_MODULE)
  const centre: PromotionCentreModuleService = req.scope.resolve(PROMOTION_CENTRE_MODULE)
  const [statistics, instruments, fairs] = await Promise.all([
    programme.listStatistics({}, { take: null, order: { code: 'ASC' } }),
    programme.listLegalInstruments({}, { take: null, order: { code: 'ASC' } }),
    centre.listFairs({}, { take: null, order: { handle: 'ASC' } }),
  ])
  cachePublicly(res)
  res.json({
    statistics: statistics.map((row) => ({
      id: row.code,
      title: row.title,
      titleEn: row.title_en,
      scope: row.scope,
      period: row.period,
      asOf: row.as_of,
      isTarget: row.is_target,
      unit: row.unit,
      total: row.total,
      dimension: row.dimension,
      breakdown: row.breakdown,
      facts: row.facts,
      inconsistency: row.inconsistency,
      inconsistencyEn: row.inconsistency_en,
      note: row.note,
      noteEn: row.note_en,
      source: row.source,
      quote: row.quote_hint,
    })),
    fairs: fairs.map((row) => ({
      id: row.handle,
      kind: row.kind,
      name: row.name,
      operatorProvince: row.operator_province,
      location: row.location,
      year: row.year,
      status: row.status,
      source: row.source,
    })),
    legalBasis: instruments.map((row) => ({
      id: row.code,
      number: row.number,
      type: row.type,
      date: row.date,
      issuer: row.issuer,
      level: row.level,
      subject: row.subject,
      inconsistency: row.inconsistency,
      source: row.source,
    })),
  })
}
