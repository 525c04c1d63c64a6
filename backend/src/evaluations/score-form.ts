import type { MedusaContainer } from '@medusajs/framework/types'
import { type Band, type Rubric, setOf } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import { criterionPlace, optionsFor } from '../dossiers/completeness'
import type { EvaluationDTO } from '../modules/evaluation/service'
import type { PaperStanding } from '../papers/paper-standing'
import { papersById } from '../papers/read-papers'

/** A paper of the dossier, as those who score see it. */
export interface FormPaper {
  id: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  expiresOn: string | null
  standing: PaperStanding
  verified: boolean
}

export interface FormCriterion {
  id: string
  code: string
  title: string
  max: number
  note: string | null
  options: { id: string; points: number; label: string; minForStar: number | null }[]
  /** What the producer gives itself; null for "none is reached" and for no answer. */
  self: { optionId: string | null; points: number; note: string }
  papers: FormPaper[]
}

export interface FormSection {
  code: string
  part: 'A' | 'B' | 'C'
  partTitle: string
  title: string
  max: number
  criteria: FormCriterion[]
}

/** The criteria of a dossier's set with what the producer says of itself and shows for it. */
export interface ScoreForm {
  rubricVersion: string
  set: { no: number; name: string; variant: string | null }
  bands: readonly Band[]
  /** Points the producer gives itself. */
  selfPoints: number
  sections: FormSection[]
}

/** In: the evaluation, its rubric, and the day at +07 on which papers are looked at. */
export async function scoreForm(
  container: MedusaContainer,
  evaluation: EvaluationDTO,
  rubric: Rubric,
  day: string,
): Promise<ScoreForm> {
  const set = setOf(rubric, evaluation.set_no)
  const ofDossier = { dossier_id: evaluation.dossier_id }
  const [picks, placed] = await Promise.all([
    graph<{ criterion_id: string; option_id: string | null; note: string }>(container, {
      entity: 'dossier_pick',
      fields: ['criterion_id', 'option_id', 'note'],
      filters: ofDossier,
    }),
    graph<{ place: string; paper_id: string }>(container, {
      entity: 'dossier_paper',
      fields: ['place', 'paper_id'],
      filters: ofDossier,
    }),
  ])
  const ids = [...new Set(placed.map(({ paper_id }) => paper_id))]
  const papers = await papersById(container, evaluation.producer_id, ids, day)
  const paperOf = new Map(
    papers.map(({ id, kind, title, issuer, number, expiresOn, standing, verified }): [string, FormPaper] => [
      id,
      { id, kind, title, issuer, number, expiresOn, standing, verified: verified !== null },
    ]),
  )
  const sections = set.parts.flatMap((part) =>
    part.sections.map((section): FormSection => {
      const criteria = section.criteria.map((criterion): FormCriterion => {
        const options = optionsFor(criterion, evaluation.variant).map(({ id, points, label, minForStar }) => ({
          ...{ id, points, label, minForStar },
        }))
        const pick = picks.find(({ criterion_id }) => criterion_id === criterion.id)
        const option = options.find(({ id }) => id === pick?.option_id)
        return {
          ...{ id: criterion.id, code: criterion.code, title: criterion.title, max: criterion.max },
          ...{ note: criterion.note, options },
          self: { optionId: option?.id ?? null, points: option?.points ?? 0, note: pick?.note ?? '' },
          papers: placed
            .filter(({ place }) => place === criterionPlace(criterion.id))
            .flatMap(({ paper_id }) => paperOf.get(paper_id) ?? []),
        }
      })
      return {
        code: section.code,
        part: part.code,
        partTitle: part.title,
        title: section.title,
        max: section.max,
        criteria,
      }
    }),
  )
  const points =
    sections.flatMap(({ criteria }) => criteria).reduce((sum, { self }) => sum + self.points * 100, 0) / 100
  return {
    rubricVersion: rubric.version,
    set: { no: set.no, name: set.name, variant: evaluation.variant },
    ...{ bands: rubric.bands, selfPoints: points, sections },
  }
}

/** Every paper of the dossier, once, whatever it is there for. */
export async function dossierPapers(
  container: MedusaContainer,
  evaluation: EvaluationDTO,
  day: string,
): Promise<FormPaper[]> {
  const placed = await graph<{ paper_id: string }>(container, {
    entity: 'dossier_paper',
    fields: ['paper_id'],
    filters: { dossier_id: evaluation.dossier_id },
  })
  const ids = [...new Set(placed.map(({ paper_id }) => paper_id))]
  const papers = await papersById(container, evaluation.producer_id, ids, day)
  return papers.map(({ id, kind, title, issuer, number, expiresOn, standing, verified }) => ({
    ...{ id, kind, title, issuer, number, expiresOn, standing },
    verified: verified !== null,
  }))
}
