import type { MedusaContainer } from '@medusajs/framework/types'
import { criteriaOf, type Picks, type RubricSet, setOf } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import type { PaperView } from '../papers/paper-view'
import { papersById } from '../papers/read-papers'
import { completenessOf, type DossierFacts, type FiledPaper, type Missing } from './completeness'
import { readForm } from './dossier-form'
import type { DossierRules } from './dossier-rules'
import { filingFit } from './filing-fit'
import { type Standing, standingsOf } from './product-standing'
import { type ProductStory, storiesOf } from './product-story'
import type { DossierRecord } from './read-record'

/** A paper in a dossier, with where it is put and whether it is still what it was. */
export interface PlacedPaper {
  place: string
  current: boolean
  paper: PaperView
}

/** A dossier with all it rests on, as of a day at +07. */
export interface KnownDossier {
  record: DossierRecord
  set: RubricSet
  facts: DossierFacts
  placed: PlacedPaper[]
  story: ProductStory | null
  standing: Standing | null
  missing: Missing[]
}

/** Puts together what a dossier is judged by today. In: the rules of the dossier's own rubric version. */
export async function knownDossier(
  container: MedusaContainer,
  record: DossierRecord,
  rules: DossierRules,
  day: string,
): Promise<KnownDossier> {
  const { dossier } = record
  const set = setOf(rules.rubric, dossier.set_no)
  const ids = record.papers.map(({ paper_id }) => paper_id)
  const [papers, stories, standings, [producer]] = await Promise.all([
    papersById(container, dossier.producer_id, ids, day),
    storiesOf(container, [dossier.product_id]),
    standingsOf(container, [dossier.product_id], day, rules.windows),
    graph<{ legal_form: string }>(container, {
      entity: 'producer',
      fields: ['legal_form'],
      filters: { id: dossier.producer_id },
    }),
  ])
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const placed = record.papers.flatMap((row): PlacedPaper[] => {
    const paper = byId.get(row.paper_id)
    if (!paper) return []
    return [{ place: row.place, paper, current: paper.state === 'active' && paper.sha256 === row.sha256 }]
  })
  const story = stories.get(dossier.product_id) ?? null
  const standing = standings.get(dossier.product_id) ?? null
  const facts: DossierFacts = {
    kind: dossier.kind,
    variant: dossier.variant,
    legalForm: producer?.legal_form ?? 'other',
    form: readForm(dossier.form),
    picks: picksOf(record, set),
    papers: placed.map(toFiledPaper),
    story: { vi: story?.vi ?? '', pictures: story?.pictures.length ?? 0 },
    // What was filed in time stays in time while the commune looks at it.
    fit: filingFit(dossier.kind, standing),
  }
  const missing = completenessOf(facts, set, rules.papers, day)
  return { record, set, facts, placed, story, standing, missing: filedInTime(record, missing) }
}

/** The answers of a dossier that its set knows; those of another list of options are left out. */
export function picksOf({ dossier, picks }: DossierRecord, set: RubricSet): Picks {
  const known = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]))
  return Object.fromEntries(
    picks.flatMap(({ criterion_id, option_id, answered }): [string, string | null][] => {
      const option = known.get(criterion_id)?.options.find(({ id }) => id === option_id)
      if (!answered || !known.has(criterion_id)) return []
      if (option_id === null) return [[criterion_id, null]]
      const counts = option && (option.variant === null || option.variant === dossier.variant)
      return counts ? [[criterion_id, option_id]] : []
    }),
  )
}

function toFiledPaper({ place, paper, current }: PlacedPaper): FiledPaper {
  return { place, kind: paper.kind, title: paper.title, expiresOn: paper.expiresOn, current }
}

/** The day of filing decides about the window, not the days the commune takes. */
function filedInTime({ dossier }: DossierRecord, missing: Missing[]): Missing[] {
  return dossier.submitted_at === null ? missing : missing.filter(({ code }) => code !== 'fit')
}
