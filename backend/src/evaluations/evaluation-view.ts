import { type Rating, ratingSentences } from '@sao-lang/traceability/verify/rating'
import type {
  CouncilDTO,
  CouncilMemberDTO,
  EvaluationAdviceDTO,
  EvaluationDTO,
  EvaluationRoundDTO,
} from '../modules/evaluation/service'
import { photosOf } from '../modules/evaluation/service'
import { isOverdue } from './due-day'

/** Sentences in both languages, so that one answer serves both. */
export interface Words {
  vi: string[]
  en: string[]
}

/** A result as people see it, with why. */
export interface ResultView {
  mean: number | null
  stars: number | null
  certified: boolean
  spread: number
  rescore: boolean
  sentences: Words
}

export function toResultView(rating: Rating): ResultView {
  const { mean, stars, certified, spread, rescore } = rating
  return {
    ...{ mean, stars, certified, spread, rescore },
    sentences: { vi: ratingSentences(rating, 'vi'), en: ratingSentences(rating, 'en') },
  }
}

/** A line of a list of evaluations. */
export interface EvaluationLine {
  id: string
  version: number
  level: 'province' | 'ministry'
  state: EvaluationDTO['state']
  kind: EvaluationDTO['kind']
  product: { id: string; name: string }
  producer: { id: string; name: string }
  provinceCode: string
  communeCode: string
  rubricVersion: string
  setNo: number
  roundId: string
  receivedOn: string
  dueOn: string
  overdue: boolean
  sittingId: string | null
  points: number | null
  stars: number | null
  outcome: string | null
  draftedIn: string | null
  sample: boolean
}

/** In: the row, and the day at +07 on which it is looked at. */
export function toEvaluationLine(row: EvaluationDTO, today: string): EvaluationLine {
  return {
    id: row.id,
    version: row.version,
    level: row.level,
    state: row.state,
    kind: row.kind,
    product: { id: row.product_id, name: row.product_name },
    producer: { id: row.producer_id, name: row.producer_name },
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    rubricVersion: row.rubric_version,
    setNo: row.set_no,
    roundId: row.round_id,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    overdue: isOverdue(row, today),
    sittingId: row.sitting_id,
    points: row.points,
    stars: row.stars,
    outcome: row.outcome,
    draftedIn: row.drafted_in,
    sample: row.sample,
  }
}

export interface AdviceView {
  papersSound: boolean | null
  papersNote: string
  visitedOn: string | null
  visitPlace: string
  visitNote: string
  photos: { file: string; title: string; sha256: string }[]
  testPapers: string[]
  testNote: string
  picks: Record<string, string | null>
  report: string
  author: string
  handedInAt: string | null
}

export function toAdviceView(row: EvaluationAdviceDTO): AdviceView {
  return {
    papersSound: row.papers_sound,
    papersNote: row.papers_note,
    visitedOn: row.visited_on,
    visitPlace: row.visit_place,
    visitNote: row.visit_note,
    photos: photosOf(row).map(({ file, title, sha256 }) => ({
      file: String(file),
      title: String(title),
      sha256: String(sha256),
    })),
    testPapers: row.test_papers,
    testNote: row.test_note,
    picks: row.picks as Record<string, string | null>,
    report: row.report,
    author: row.author_name,
    handedInAt: row.handed_in_at === null ? null : new Date(row.handed_in_at).toISOString(),
  }
}

export interface RoundView {
  id: string
  level: 'province' | 'ministry'
  provinceCode: string | null
  year: number
  no: number
  sendsUntil: string
  meetsBy: string
  sample: boolean
}

export function toRoundView(row: EvaluationRoundDTO): RoundView {
  return {
    id: row.id,
    level: row.level,
    provinceCode: row.province_code,
    year: row.year,
    no: row.no,
    sendsUntil: row.sends_until,
    meetsBy: row.meets_by,
    sample: row.sample,
  }
}

export interface CouncilView {
  id: string
  level: 'province' | 'ministry'
  provinceCode: string | null
  number: string
  date: string
  foundedBy: string
  members: { id: string; officialId: string; name: string; role: CouncilMemberDTO['role']; body: string }[]
  sample: boolean
}

const ROLE_ORDER = ['chair', 'secretary', 'member']

export function toCouncilView(row: CouncilDTO, members: readonly CouncilMemberDTO[]): CouncilView {
  return {
    id: row.id,
    level: row.level,
    provinceCode: row.province_code,
    number: row.number,
    date: row.date,
    foundedBy: row.founded_by,
    members: members
      .filter(({ council_id }) => council_id === row.id)
      .map(({ id, official_id, name, role, body }) => ({ id, officialId: official_id, name, role, body }))
      .sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || a.name.localeCompare(b.name, 'vi')),
    sample: row.sample,
  }
}
