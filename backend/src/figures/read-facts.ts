import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { LISTING_MODULE } from '../modules/listing'
import type { ListingModuleService } from '../modules/listing/service'
import { PRODUCER_MODULE } from '../modules/producer'
import type { LegalForm } from '../modules/producer/legal-forms'
import type { ProducerModuleService } from '../modules/producer/service'
import { PROGRAMME_MODULE } from '../modules/programme'
import type { ProgrammeModuleService } from '../modules/programme/service'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { FigureFact, RecognitionModuleService } from '../modules/recognition/service'
import { foldText } from '../text/fold-text'
import type { ApplicationFact, HolderForm, ProgrammeFacts, RecognitionFact } from './facts'

const HOLDER_FORM: Readonly<Record<LegalForm, HolderForm>> = {
  cooperative: 'cooperative',
  cooperative_group: 'cooperative_group',
  household: 'household',
  private_enterprise: 'enterprise',
  single_member_llc: 'enterprise',
  llc: 'enterprise',
  joint_stock: 'enterprise',
  company_unspecified: 'enterprise',
  production_facility: 'facility',
  other: 'other',
}

/** Where figures are asked about; null is the whole country. */
export type FiguresPlace = string | null

/**
 * All that the figures of a place are counted from, as it was known at a moment: entries made later, and changes made later by a decision,
 * are not seen. Corrections of slips overwrite what they correct and are seen.
 */
export async function readFacts(
  container: MedusaContainer,
  provinceCode: FiguresPlace,
  knownAt: Date,
): Promise<ProgrammeFacts> {
  const recognitions: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const listings: ListingModuleService = container.resolve(LISTING_MODULE)
  const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
  const [rows, holders, details, plans, applications] = await Promise.all([
    recognitions.listFigureFacts(knownAt),
    producers.listProducers({}, { take: null, select: ['id', 'legal_form', 'province_code'], withDeleted: true }),
    listings.listListingDetails({}, { take: null, select: ['product_id', 'sector'], withDeleted: true }),
    programme.targetsAt(knownAt),
    readApplications(container, provinceCode, knownAt),
  ])
  const holderOf = new Map(holders.map((holder) => [holder.id, holder]))
  const sectorOf = new Map(details.map(({ product_id, sector }) => [product_id, sector as string]))
  const facts = rows.map((row): RecognitionFact => {
    const holder = row.producer_id === null ? undefined : holderOf.get(row.producer_id)
    return {
      recognition: toRecognition(row),
      product: row.product_id ?? row.product_code ?? `${foldText(row.product_name)}|${holderKey(row)}`,
      productName: row.product_name,
      holder: holderKey(row),
      holderForm: holder ? HOLDER_FORM[holder.legal_form as LegalForm] : null,
      provinceCode: row.province_code ?? holder?.province_code ?? null,
      sector: row.sector ?? (row.product_id === null ? null : (sectorOf.get(row.product_id) ?? null)),
    }
  })
  const here = (code: string | null) => provinceCode === null || code === provinceCode
  return {
    recognitions: facts.filter((fact) => here(fact.provinceCode)),
    plans: plans
      .filter(({ province_code }) => here(province_code))
      .map((plan) => ({
        ...{ id: plan.id, year: plan.year, provinceCode: plan.province_code, place: plan.place, measure: plan.measure },
        ...{ target: plan.target, source: plan.source, statedResult: plan.stated_result, sample: plan.sample },
      })),
    applications,
  }
}

function holderKey(row: FigureFact): string {
  return row.producer_id ?? (row.producer_name === null ? `?${row.id}` : foldText(row.producer_name))
}

function toRecognition(row: FigureFact): RecognitionFact['recognition'] {
  return {
    ...{ ref: row.id, stars: row.stars, points: null, rubricVersion: '', decisionNumber: '', authority: '' },
    decisionDate: row.decision_date,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    revokedOn: row.revoked_on,
    extendedTo: row.extended_to,
    suspensions: row.suspensions,
    sample: row.sample,
  }
}

interface DossierRow {
  id: string
  kind: ApplicationFact['kind']
  producer_id: string
  province_code: string
  submitted_at: string | Date | null
  passed_on_at: string | Date | null
}

/** Dossiers that had been handed in by then; a result counts once its evaluation was settled. */
async function readApplications(
  container: MedusaContainer,
  provinceCode: FiguresPlace,
  knownAt: Date,
): Promise<ApplicationFact[]> {
  const dossiers = await graph<DossierRow>(container, {
    entity: 'dossier',
    fields: ['id', 'kind', 'producer_id', 'province_code', 'submitted_at', 'passed_on_at'],
    filters: { submitted_at: { $lte: knownAt }, ...(provinceCode === null ? {} : { province_code: provinceCode }) },
  })
  const results = await readResults(container, knownAt)
  return dossiers.flatMap((dossier) =>
    dossier.submitted_at === null
      ? []
      : [
          {
            id: dossier.id,
            holder: dossier.producer_id,
            provinceCode: dossier.province_code,
            kind: dossier.kind,
            submittedOn: vietnamDay(new Date(dossier.submitted_at)),
            passedOnOn: dossier.passed_on_at === null ? null : vietnamDay(new Date(dossier.passed_on_at)),
            result: results.get(dossier.id) ?? null,
          },
        ],
  )
}

interface EvaluationRow {
  dossier_id: string
  stars: number | null
  settled_at: string | Date | null
}

/** The last result of each dossier: what the ministry found comes after the province's. */
async function readResults(
  container: MedusaContainer,
  knownAt: Date,
): Promise<Map<string, { on: string; stars: number }>> {
  const rows = await graph<EvaluationRow>(container, {
    entity: 'evaluation',
    fields: ['dossier_id', 'stars', 'settled_at'],
    filters: { settled_at: { $lte: knownAt }, stars: { $ne: null } },
    pagination: { order: { settled_at: 'ASC' } },
  })
  return new Map(
    rows.flatMap(({ dossier_id, stars, settled_at }) =>
      stars === null || settled_at === null
        ? []
        : [[dossier_id, { on: vietnamDay(new Date(settled_at)), stars }] as const],
    ),
  )
}
