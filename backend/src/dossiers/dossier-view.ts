import type { Picture } from '@sao-lang/traceability/verify'
import {
  type Band,
  type BelowMinimum,
  evidenceFor,
  type RubricCriterion,
  reachedStar,
  requiredPapers,
  type SheetPoints,
  type StarOutlook,
  sheetPoints,
  starOutlook,
} from '@sao-lang/traceability/verify/rating'
import type { DossierEventDTO } from '../modules/dossier/service'
import type { DossierKind, DossierState } from '../modules/dossier/states'
import type { PaperView } from '../papers/paper-view'
import type { ReturnItem } from './bodies'
import {
  criterionPlace,
  type Missing,
  needsEvidence,
  optionsFor,
  paperPlace,
  statementsFor,
  variantsOf,
} from './completeness'
import type { KnownDossier, PlacedPaper } from './dossier-facts'
import type { DossierForm } from './dossier-form'
import type { DossierRules } from './dossier-rules'
import type { Standing } from './product-standing'
import { actsIn, type DossierAct } from './transitions'

type Words = { vi: string; en: string }

/** A paper as a dossier shows it. */
export interface DossierPaperView {
  id: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  expiresOn: string | null
  standing: PaperView['standing']
  /** False when the store has another version by now. */
  current: boolean
  sha256: string
  verified: boolean
}

export interface CriterionView {
  id: string
  code: string
  title: string
  max: number
  note: string | null
  options: { id: string; points: number; label: string; minForStar: number | null }[]
  /** `undefined` in JSON is left out: not answered. */
  answered: boolean
  picked: string | null
  explanation: string
  /** Kinds of papers that can show it; empty when it is judged by eye. */
  paperKinds: string[]
  needsPaper: boolean
  papers: DossierPaperView[]
}

export interface SectionView {
  part: 'A' | 'B' | 'C'
  partTitle: string
  code: string
  title: string
  points: number
  max: number
  answered: number
  criteria: CriterionView[]
}

export interface ReturnView {
  by: string
  at: string
  deadline: string
  items: ReturnItem[]
  answeredAt: string | null
}

/** A dossier as its producer and officials of its place see it. */
export interface DossierView {
  id: string
  version: number
  state: DossierState
  acts: DossierAct[]
  kind: DossierKind
  product: { id: string; name: string }
  producerId: string
  provinceCode: string
  communeCode: string
  rubricVersion: string
  /** Of that version, so that a form can reckon while it is filled in. */
  bands: readonly Band[]
  set: { no: number; name: string; variants: string[]; variant: string | null; samples: number | null }
  standing: Standing | null
  fit: KnownDossier['facts']['fit']
  form: DossierForm
  statements: ({ code: string } & Words)[]
  points: SheetPoints
  outlook: StarOutlook[]
  reached: 3 | 4 | 5 | null
  sections: SectionView[]
  required: ({ paper: string; papers: DossierPaperView[] } & Words)[]
  story: { vi: string; en: string; pictures: Picture[]; publishedAt: string | null } | null
  missing: Missing[]
  receiptNumber: string | null
  submittedAt: string | null
  dueOn: string | null
  passedOnAt: string | null
  returns: ReturnView[]
  confirms: ({
    item: string
    found: { confirmed: boolean; figure: string; note: string; by: string; at: string } | null
  } & Words)[]
  sample: boolean
}

/** A line of a list of dossiers. */
export interface DossierSummary {
  id: string
  version: number
  state: DossierState
  kind: DossierKind
  product: { id: string; name: string }
  producerId: string
  communeCode: string
  set: { no: number; name: string }
  points: number
  reached: 3 | 4 | 5 | null
  missing: number
  receiptNumber: string | null
  submittedAt: string | null
  dueOn: string | null
  /** Last day of the correction that is asked for; null when none is. */
  answerBy: string | null
  /** What keeps it from the next star, as it scores itself; null at five. */
  next: { stars: 3 | 4 | 5; pointsMissing: number; belowMinimum: BelowMinimum[] } | null
  sample: boolean
}

/** In: the dossier with all it rests on, and the rules of its version. */
export function toDossierView(known: KnownDossier, rules: DossierRules): DossierView {
  const { record, set, facts, placed, story, standing, missing } = known
  const { dossier } = record
  const points = sheetPoints(set, facts.picks)
  const outlook = starOutlook(set, facts.picks, rules.rubric.bands)
  return {
    ...{ id: dossier.id, version: dossier.version, state: dossier.state, kind: dossier.kind, sample: dossier.sample },
    acts: actsIn(dossier.state),
    product: { id: dossier.product_id, name: dossier.product_name },
    producerId: dossier.producer_id,
    provinceCode: dossier.province_code,
    communeCode: dossier.commune_code,
    rubricVersion: dossier.rubric_version,
    bands: rules.rubric.bands,
    set: {
      ...{ no: set.no, name: set.name, samples: set.samples },
      ...{ variants: variantsOf(set), variant: dossier.variant },
    },
    standing,
    fit: facts.fit,
    form: facts.form,
    statements: statementsFor(rules.papers, dossier.kind).map(({ code, vi, en }) => ({ code, vi, en })),
    points,
    outlook,
    reached: reachedStar(outlook),
    sections: sectionsOf(known, points, rules),
    required: requiredPapers(rules.papers, dossier.kind, set.no).map(({ paper, vi, en }) => ({
      ...{ paper, vi, en },
      papers: placed.filter(({ place }) => place === paperPlace(paper)).map(toPaperLine),
    })),
    story: story && { vi: story.vi, en: story.en, pictures: story.pictures, publishedAt: story.publishedAt },
    missing,
    receiptNumber: dossier.receipt_number,
    submittedAt: iso(dossier.submitted_at),
    dueOn: dossier.due_on,
    passedOnAt: iso(dossier.passed_on_at),
    returns: record.returns.map((each) => ({
      ...{ by: each.official_name, at: iso(each.returned_at) ?? '', deadline: each.deadline },
      items: each.items as unknown as ReturnItem[],
      answeredAt: iso(each.answered_at),
    })),
    confirms: rules.papers.communeConfirms.map(({ code, vi, en }) => {
      const found = record.confirmations.find(({ item }) => item === code)
      return {
        ...{ item: code, vi, en },
        found: found
          ? {
              ...{ confirmed: found.confirmed, figure: found.figure, note: found.note },
              ...{ by: found.official_name, at: iso(found.confirmed_at) ?? '' },
            }
          : null,
      }
    }),
  }
}

export function toDossierSummary(known: KnownDossier, rules: DossierRules): DossierSummary {
  const { record, set, facts, missing } = known
  const { dossier, returns } = record
  const outlook = starOutlook(set, facts.picks, rules.rubric.bands)
  const next = outlook.find(({ reached }) => !reached)
  return {
    ...{ id: dossier.id, version: dossier.version, state: dossier.state, kind: dossier.kind, sample: dossier.sample },
    product: { id: dossier.product_id, name: dossier.product_name },
    producerId: dossier.producer_id,
    communeCode: dossier.commune_code,
    set: { no: set.no, name: set.name },
    points: sheetPoints(set, facts.picks).total,
    reached: reachedStar(outlook),
    missing: missing.length,
    receiptNumber: dossier.receipt_number,
    submittedAt: iso(dossier.submitted_at),
    dueOn: dossier.due_on,
    answerBy:
      dossier.state === 'returned' ? (returns.find((each) => each.answered_at === null)?.deadline ?? null) : null,
    next: next ? { stars: next.stars, pointsMissing: next.pointsMissing, belowMinimum: next.belowMinimum } : null,
  }
}

/** A line of a dossier's history. */
export interface DossierEventView {
  act: string
  state: string
  actorType: DossierEventDTO['actor_type']
  actorName: string
  at: string
}

export function toEventView({ act, state, actor_type, actor_name, happened_at }: DossierEventDTO): DossierEventView {
  return { act, state, actorType: actor_type, actorName: actor_name, at: iso(happened_at) ?? '' }
}

function sectionsOf(known: KnownDossier, points: SheetPoints, rules: DossierRules): SectionView[] {
  return known.set.parts.flatMap((part) =>
    part.sections.map((section): SectionView => {
      const criteria = section.criteria.map((criterion) => criterionView(criterion, known, rules))
      return {
        ...{ part: part.code, partTitle: part.title, code: section.code, title: section.title, max: section.max },
        points: points.sections.find(({ code }) => code === section.code)?.points ?? 0,
        answered: criteria.filter(({ answered }) => answered).length,
        criteria,
      }
    }),
  )
}

function criterionView(criterion: RubricCriterion, known: KnownDossier, rules: DossierRules): CriterionView {
  const { facts, record, placed } = known
  const { id, code, title, max, note } = criterion
  const pick = facts.picks[id]
  return {
    ...{ id, code, title, max, note },
    options: optionsFor(criterion, facts.variant).map((option) => ({
      ...{ id: option.id, points: option.points, label: option.label, minForStar: option.minForStar },
    })),
    answered: pick !== undefined,
    picked: pick ?? null,
    explanation: record.picks.find(({ criterion_id }) => criterion_id === id)?.note ?? '',
    paperKinds: evidenceFor(rules.papers, title),
    needsPaper: needsEvidence(criterion, pick ?? null, facts.variant, rules.papers),
    papers: placed.filter(({ place }) => place === criterionPlace(id)).map(toPaperLine),
  }
}

function toPaperLine({ paper, current }: PlacedPaper): DossierPaperView {
  const { id, kind, title, issuer, number, expiresOn, standing, sha256, verified } = paper
  return {
    ...{ id, kind, title, issuer, number, expiresOn, standing, sha256, current },
    verified: verified !== null,
  }
}

function iso(moment: Date | string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
