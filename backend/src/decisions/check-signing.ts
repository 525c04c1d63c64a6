import {
  addDays,
  type CertifiedStar,
  certificateEnd,
  extensionLimit,
  revocationDeadline,
  revokerOf,
} from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { DecisionChange, DecisionLevel, DecisionRow, SigningRows } from '../modules/recognition/rows'
import { classOfPoints, type DecisionRules, mayDecide } from './decision-rules'
import type {
  CorrectionRow,
  DraftRows,
  ExtensionDraftRow,
  GrantRow,
  LiftingDraftRow,
  RevocationDraftRow,
} from './draft-rows'

/** A recognition on record that a draft is about. */
export interface RecognitionFacts {
  id: string
  product_name: string
  producer_name: string | null
  product_code: string | null
  province_code: string | null
  stars: CertifiedStar
  points: number | null
  valid_from: string
  valid_to: string
  revoked_on: string | null
  /** First and last days without a star; `to` is null until further notice. */
  suspensions: readonly { id: string; from: string; to: string | null; lifted_by_decision_id: string | null }[]
}

/** A product of ours that a draft is about. */
export interface ProductFacts {
  producer_id: string | null
  producer_name: string | null
  province_code: string | null
  sector: string | null
}

/** What is asked about a draft. */
export interface DraftQuestion {
  draft: DraftRows
  level: Exclude<DecisionLevel, 'district'>
  /** Province of the authority; null for a central one. */
  provinceCode: string | null
  /** Date of the decision, or the day of drafting. */
  date: string
  rules: DecisionRules
  recognitions: ReadonlyMap<string, RecognitionFacts>
  products: ReadonlyMap<string, ProductFacts>
}

/** What signing adds to a draft. */
export interface Signing extends DraftQuestion {
  today: string
  /** Why a revocation comes after its time; null when it does not. */
  lateReason: string | null
}

/** Columns of the module's signing rows that follow from the rows of a draft. */
export type Effects = Pick<
  SigningRows,
  'recognitions' | 'revocations' | 'suspensions' | 'liftings' | 'extensions' | 'corrections'
> & { changes: DecisionChange[] }

const NOTHING: Effects = {
  recognitions: [],
  revocations: [],
  suspensions: [],
  liftings: [],
  extensions: [],
  corrections: [],
  changes: [],
}

/**
 * Refuses a draft that may not be: somebody else's class or place (QĐ 26/2026 art. 4, 8), a class above the evaluation, what is not on
 * record, or one product twice. Throws ApiError 422 naming the rule and the row; asked at drafting and again at signing.
 */
export function checkDraft(question: DraftQuestion): void {
  const { draft } = question
  const seen = new Set<string>()
  draft.rows.forEach((row, at) => {
    const refuse = refusal(at)
    const key =
      'recognitionId' in row ? row.recognitionId : (row.productId ?? `${row.productName}\n${row.producerName}`)
    if (seen.has(key)) throw refuse('recognition_named_twice', 'productName')
    seen.add(key)
    if ('recognitionId' in row) checkKnown(question, row, at)
    else checkGrant(question, row, at)
  })
}

/**
 * The same, and what only counts once there is a date: not after today, a revocation in its time, an extension within the days of the
 * rules. Out: what is to be written. Throws ApiError 409 or 422.
 */
export function effectsOfSigning(signing: Signing): Effects {
  if (signing.date > signing.today) throw new ApiError(422, 'decision_date_future', { field: 'date' })
  checkDraft(signing)
  const { draft } = signing
  switch (draft.kind) {
    case 'recognition':
      return { ...NOTHING, recognitions: draft.rows.map((row) => granted(signing, row)) }
    case 'revocation':
      return {
        ...NOTHING,
        revocations: draft.rows.map((row, at) => {
          requireInTime(signing, row, at)
          return { id: row.recognitionId, revoked_on: row.from, revocation_ground: row.ground }
        }),
        changes: draft.rows.map((row) =>
          changeOf(signing, row.recognitionId, 'revoked', row.from, null, groundTitle(signing.rules, row)),
        ),
      }
    case 'suspension':
      return {
        ...NOTHING,
        suspensions: draft.rows.map((row) => ({
          recognition_id: row.recognitionId,
          from: row.from,
          to: row.to,
          reason: row.reason,
        })),
        changes: draft.rows.map((row) =>
          changeOf(signing, row.recognitionId, 'suspended', row.from, row.to, row.reason),
        ),
      }
    case 'lifting':
      return {
        ...NOTHING,
        liftings: draft.rows.map((row, at) => {
          const { id, to } = openSuspension(known(signing, row.recognitionId, at), row, at)
          return { id, to: addDays(row.liftedFrom, -1), planned_to: to }
        }),
        changes: draft.rows.map((row) =>
          changeOf(signing, row.recognitionId, 'lifted', row.liftedFrom, null, row.reason),
        ),
      }
    case 'extension':
      return {
        ...NOTHING,
        extensions: draft.rows.map((row) => ({ id: row.recognitionId, extended_to: row.extendedTo })),
        changes: draft.rows.map((row) => {
          const from = addDays(known(signing, row.recognitionId, 0).valid_to, 1)
          return changeOf(signing, row.recognitionId, 'extended', from, row.extendedTo, row.reason)
        }),
      }
    case 'correction':
      return {
        ...NOTHING,
        corrections: draft.rows.map((row) => ({ id: row.recognitionId, ...correctedColumns(row) })),
        changes: draft.rows.map((row) => correction(signing, row)),
      }
  }
}

function checkGrant(question: DraftQuestion, row: GrantRow, at: number): void {
  const { rules, level, provinceCode, products } = question
  const refuse = refusal(at)
  if (!mayDecide(rules.authority, level, row.stars)) throw refuse('decision_not_authorised', 'stars')
  if (level === 'province' && row.provinceCode !== provinceCode) throw refuse('cell_province_outside', 'provinceCode')
  const possible = classOfPoints(rules.rubric.bands, row.points)
  if (row.stars > Math.min(possible, row.ratedStars ?? possible)) throw refuse('class_above_evaluation', 'stars')
  if (row.productId === null) return
  const product = products.get(row.productId)
  if (!product || (level === 'province' && product.province_code !== provinceCode)) {
    throw refuse('recognition_unknown', 'productId')
  }
}

type KnownRow = Exclude<DraftRows['rows'][number], GrantRow>

function checkKnown(question: DraftQuestion, row: KnownRow, at: number): void {
  const { draft, level, rules, date } = question
  const refuse = refusal(at)
  const recognition = known(question, row.recognitionId, at)
  const { stars } = recognition
  const decides =
    draft.kind === 'revocation'
      ? revokerOf(rules.revocation, stars) === level
      : mayDecide(rules.authority, level, stars)
  if (!decides) throw refuse('decision_not_authorised', 'recognitionId')
  if (draft.kind !== 'correction' && recognition.revoked_on !== null) {
    throw refuse('recognition_already_revoked', 'recognitionId')
  }
  if ('ground' in row) {
    if (!rules.revocation.grounds.some(({ code }) => code === row.ground))
      throw refuse('revocation_ground_unknown', 'ground')
    if (row.conclusionOn > date) throw refuse('conclusion_after_decision', 'conclusionOn')
    if (row.from < row.conclusionOn) throw refuse('validity_backwards', 'from')
  } else if ('extendedTo' in row) {
    checkExtension(rules, recognition, row, at)
  } else if ('liftedFrom' in row) {
    openSuspension(recognition, row, at)
  } else if ('to' in row) {
    if (row.to !== null && row.to < row.from) throw refuse('validity_backwards', 'to')
  } else {
    const from = row.validFrom ?? recognition.valid_from
    if ((row.validTo ?? recognition.valid_to) < from) throw refuse('validity_backwards', 'validTo')
  }
}

function checkExtension(
  rules: DecisionRules,
  { valid_to }: RecognitionFacts,
  { extendedTo }: ExtensionDraftRow,
  at: number,
): void {
  if (extendedTo <= valid_to) throw refusal(at)('extension_too_short', 'extendedTo')
  if (extendedTo > extensionLimit(valid_to, rules.windows)) throw refusal(at)('extension_too_long', 'extendedTo')
}

/** The suspension that would still hold on the day of lifting and that no decision has lifted. Throws ApiError 422 when there is none. */
function openSuspension({ suspensions }: RecognitionFacts, { liftedFrom }: LiftingDraftRow, at: number) {
  const lasting = suspensions.filter(
    ({ to, lifted_by_decision_id: lifted }) => lifted === null && (to === null || to >= liftedFrom),
  )
  const open = lasting.find(({ from }) => from < liftedFrom)
  if (open) return open
  throw refusal(at)(lasting.length > 0 ? 'lifting_too_early' : 'suspension_not_open', 'liftedFrom')
}

/** A revocation is decided within so many days of the conclusion (art. 8); a later one says why. */
function requireInTime({ rules, date, lateReason }: Signing, row: RevocationDraftRow, at: number): void {
  if (date > revocationDeadline(row.conclusionOn, rules.windows) && lateReason === null) {
    throw new ApiError(409, 'revocation_late', { field: `rows.${at}.conclusionOn` })
  }
}

/** Whether signing on a day would need a reason for being late. */
export function isLate({ draft, rules, date }: Pick<DraftQuestion, 'draft' | 'rules' | 'date'>): boolean {
  return (
    draft.kind === 'revocation' && draft.rows.some((row) => date > revocationDeadline(row.conclusionOn, rules.windows))
  )
}

function granted({ date, rules, products }: Signing, row: GrantRow): Effects['recognitions'][number] {
  const product = row.productId === null ? undefined : products.get(row.productId)
  return {
    product_id: row.productId,
    product_name: row.productName,
    product_code: row.productCode,
    producer_id: product?.producer_id ?? null,
    producer_name: row.producerName ?? product?.producer_name ?? null,
    province_code: row.provinceCode,
    sector: product?.sector ?? null,
    set_no: row.setNo,
    stars: row.stars,
    points: row.points,
    rubric_version: row.rubricVersion,
    valid_from: date,
    valid_to: certificateEnd(date, rules.windows),
    sample: false,
  }
}

function changeOf(
  question: DraftQuestion,
  recognitionId: string,
  change: DecisionChange['change'],
  from: string,
  to: string | null,
  reason: string,
): DecisionChange {
  const { product_name, producer_name } = known(question, recognitionId, 0)
  return {
    ...{ recognitionId, productName: product_name, producerName: producer_name, change, from, to, reason },
    before: null,
    after: null,
  }
}

function correction(signing: Signing, row: CorrectionRow): DecisionChange {
  const facts = known(signing, row.recognitionId, 0)
  const after = correctedColumns(row)
  const before = Object.fromEntries(
    Object.keys(after).map((column) => [column, facts[column as keyof typeof after] ?? null]),
  )
  return { ...changeOf(signing, row.recognitionId, 'corrected', signing.date, null, row.reason), before, after }
}

function correctedColumns(row: CorrectionRow) {
  const { productName, producerName, productCode, points, validFrom, validTo } = row
  return {
    ...(productName === undefined ? {} : { product_name: productName }),
    ...(producerName === undefined ? {} : { producer_name: producerName }),
    ...(productCode === undefined ? {} : { product_code: productCode }),
    ...(points === undefined ? {} : { points }),
    ...(validFrom === undefined ? {} : { valid_from: validFrom }),
    ...(validTo === undefined ? {} : { valid_to: validTo }),
  }
}

function groundTitle(rules: DecisionRules, { ground, conclusion }: RevocationDraftRow): string {
  const title = rules.revocation.grounds.find(({ code }) => code === ground)?.vi ?? ground
  return `${title}. ${conclusion}`
}

/** A recognition on record within the place of the authority. Throws ApiError 422. */
function known(question: DraftQuestion, id: string, at: number): RecognitionFacts {
  const recognition = question.recognitions.get(id)
  const outside = question.level === 'province' && recognition?.province_code !== question.provinceCode
  if (!recognition || outside) throw refusal(at)('recognition_unknown', 'recognitionId')
  return recognition
}

function refusal(at: number) {
  return (code: ApiError['code'], column: string) => new ApiError(422, code, { field: `rows.${at}.${column}` })
}

/** The decision as it is recorded. */
export function decisionRow(
  draft: {
    authority: string
    level: DecisionLevel
    province_code: string | null
    legal_basis: string
    sample: boolean
  },
  kind: DecisionRow['kind'],
  signed: Pick<DecisionRow, 'number' | 'date' | 'signatories'>,
  changes: DecisionChange[],
): DecisionRow {
  const { authority, level, province_code, legal_basis, sample } = draft
  return {
    ...{ kind, authority, level, province_code, legal_basis, sample },
    ...signed,
    changes: changes.length === 0 ? null : changes,
    source: null,
  }
}
