import type { MedusaContainer } from '@medusajs/framework/types'
import { criteriaOf, type RubricSet, requiredPapers } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { DossierActor, DossierChange } from '../modules/dossier/service'
import { papersById } from '../papers/read-papers'
import type { FormBody, PapersBody, ScoresBody } from './bodies'
import { criterionPlace, optionsFor, paperPlace, variantsOf } from './completeness'
import type { DossierRules } from './dossier-rules'
import type { DossierRecord } from './read-record'
import { DOSSIER_ACTS } from './transitions'

type Rows = NonNullable<DossierChange['papers']>['rows']

/** The form of Mẫu 01, and the list of options in use. Throws ApiError 422 for a list the set does not have. */
export function formChange(
  { dossier }: DossierRecord,
  body: FormBody,
  set: RubricSet,
  actor: DossierActor,
): DossierChange {
  const variant = body.variant === undefined ? dossier.variant : body.variant
  if (variant !== null && !variantsOf(set).includes(variant)) {
    throw new ApiError(422, 'dossier_set_unknown', { field: 'variant' })
  }
  return {
    ...edit(dossier.id, body.version, 'form_saved', actor),
    set: { form: body.form, variant },
  }
}

/** Answers of a section with their papers. Throws ApiError 422 for an option of another criterion or list, or a paper not in the store. */
export async function scoresChange(
  container: MedusaContainer,
  { dossier, papers }: DossierRecord,
  body: ScoresBody,
  set: RubricSet,
  actor: DossierActor,
): Promise<DossierChange> {
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]))
  for (const { criterionId, optionId } of body.answers) {
    const criterion = criteria.get(criterionId)
    const fits =
      criterion && (optionId == null || optionsFor(criterion, dossier.variant).some((option) => option.id === optionId))
    if (!fits) throw new ApiError(422, 'dossier_pick_invalid', { field: 'answers' })
  }
  const wanted = body.answers.map(({ criterionId, paperIds }) => ({ place: criterionPlace(criterionId), paperIds }))
  return {
    ...edit(dossier.id, body.version, 'scores_saved', actor),
    picks: {
      criteria: body.answers.map(({ criterionId }) => criterionId),
      rows: body.answers.map(({ criterionId, optionId, note }) => ({
        criterion_id: criterionId,
        answered: optionId !== undefined,
        option_id: optionId ?? null,
        note,
      })),
    },
    papers: {
      places: wanted.map(({ place }) => place),
      rows: await paperRows(container, dossier.producer_id, wanted, papers),
    },
  }
}

/** Compulsory papers. Throws ApiError 422 for a paper that is not asked for, not of its kind or not in the store. */
export async function papersChange(
  container: MedusaContainer,
  { dossier, papers }: DossierRecord,
  body: PapersBody,
  rules: DossierRules,
  actor: DossierActor,
): Promise<DossierChange> {
  const asked = new Set(requiredPapers(rules.papers, dossier.kind, dossier.set_no).map(({ paper }) => paper))
  if (body.papers.some(({ paper }) => !asked.has(paper))) {
    throw new ApiError(422, 'dossier_paper_unknown', { field: 'papers' })
  }
  const wanted = body.papers.map(({ paper, paperIds }) => ({ place: paperPlace(paper), kind: paper, paperIds }))
  return {
    ...edit(dossier.id, body.version, 'papers_saved', actor),
    papers: {
      places: wanted.map(({ place }) => place),
      rows: await paperRows(container, dossier.producer_id, wanted, papers),
    },
  }
}

function edit(dossierId: string, version: number, act: string, actor: DossierActor): DossierChange {
  return { dossierId, version, from: DOSSIER_ACTS.edit.from, act, actor }
}

/** A paper that is in the dossier already may stay, whatever became of it since; a new one must be in the store. */
async function paperRows(
  container: MedusaContainer,
  producerId: string,
  wanted: { place: string; kind?: string; paperIds: string[] }[],
  before: DossierRecord['papers'],
): Promise<Rows> {
  const ids = [...new Set(wanted.flatMap(({ paperIds }) => paperIds))]
  const day = new Date().toISOString().slice(0, 10)
  const known = new Map((await papersById(container, producerId, ids, day)).map((paper) => [paper.id, paper]))
  return wanted.flatMap(({ place, kind, paperIds }) =>
    [...new Set(paperIds)].map((id) => {
      const kept = before.find((row) => row.place === place && row.paper_id === id)
      if (kept) return { place, paper_id: id, sha256: kept.sha256 }
      const paper = known.get(id)
      const fits = paper?.state === 'active' && (kind === undefined || paper.kind === kind)
      if (!paper || !fits) throw new ApiError(422, 'dossier_paper_unknown', { field: 'papers' })
      return { place, paper_id: id, sha256: paper.sha256 }
    }),
  )
}
