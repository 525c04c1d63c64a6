import type { RecognitionPhase } from '@sao-lang/traceability/verify/rating'

/** How a row of the register stands; the phases that need no windows. */
export const REGISTER_STATUSES = [
  'valid',
  'transitional',
  'suspended',
  'revoked',
  'expired',
  'not_yet_valid',
] as const satisfies readonly RecognitionPhase[]
export type RegisterStatus = (typeof REGISTER_STATUSES)[number]

/** What is looked for in the register. */
export interface RegisterFilter {
  /** Plain words; each must begin a word of product, holder, product code or decision number. */
  words?: readonly string[]
  provinceCode?: string
  stars?: number
  status?: RegisterStatus
  sector?: string
  /** Year of the decision. */
  year?: number
  /** The day the status is told for, yyyy-mm-dd at +07. */
  day: string
}

/** One recognition of the register, as stored. */
export interface RegisterRow {
  id: string
  product_id: string | null
  product_name: string
  product_code: string | null
  producer_name: string | null
  province_code: string | null
  sector: string | null
  stars: 3 | 4 | 5
  points: number | null
  rubric_version: string
  valid_from: string
  valid_to: string
  extended_to: string | null
  revoked_on: string | null
  replaced_by: string | null
  status: RegisterStatus
  decision_id: string
  number: string
  date: string
  authority: string
  sample: boolean
}

/** Where a page goes on: the last row of the one before. */
export interface RegisterCursor {
  validFrom: string
  id: string
}

/** A suspension that holds on the day. */
const SUSPENDED = `s.deleted_at IS NULL AND s."from" <= :day AND (s."to" IS NULL OR :day <= s."to")`

/** The rule of `phaseOn` without windows, in SQL; a test holds the two together. */
const STATUS = `
  CASE
    WHEN r.valid_from > :day THEN 'not_yet_valid'
    WHEN r.revoked_on <= greatest(r.valid_to, r.extended_to) AND r.revoked_on <= :day THEN 'revoked'
    WHEN :day > greatest(r.valid_to, r.extended_to) THEN 'expired'
    WHEN EXISTS (SELECT FROM recognition_suspension s WHERE s.recognition_id = r.id AND ${SUSPENDED}) THEN 'suspended'
    WHEN :day > r.valid_to THEN 'transitional'
    ELSE 'valid'
  END`

const BEGUN = 'r.valid_from <= :day'
const LAST_DAY = 'greatest(r.valid_to, r.extended_to)'
const IN_FORCE = `${BEGUN} AND ${LAST_DAY} >= :day AND (r.revoked_on IS NULL OR r.revoked_on > :day)`
const SUSPENDED_ROWS = `(SELECT s.recognition_id FROM recognition_suspension s WHERE ${SUSPENDED})`

/** The same rule as a condition each: days compared, and the few suspensions of the day looked up once instead of for every row. */
const HAS_STATUS: Readonly<Record<RegisterStatus, string>> = {
  not_yet_valid: 'r.valid_from > :day',
  revoked: `${BEGUN} AND r.revoked_on <= :day AND r.revoked_on <= ${LAST_DAY}`,
  expired: `${BEGUN} AND ${LAST_DAY} < :day AND (r.revoked_on IS NULL OR r.revoked_on > ${LAST_DAY})`,
  suspended: `${IN_FORCE} AND r.id IN ${SUSPENDED_ROWS}`,
  transitional: `${IN_FORCE} AND r.valid_to < :day AND r.id NOT IN ${SUSPENDED_ROWS}`,
  valid: `${IN_FORCE} AND r.valid_to >= :day AND r.id NOT IN ${SUSPENDED_ROWS}`,
}

const COLUMNS = `
  r.id, r.product_id, r.product_name, r.product_code, r.producer_name, r.province_code, r.sector, r.stars, r.points,
  r.rubric_version, r.valid_from, r.valid_to, r.extended_to, r.revoked_on, r.replaced_by, ${STATUS} AS status,
  d.id AS decision_id, d.number, d.date, d.authority, (r.sample OR d.sample) AS sample`

const DECISION_YEARS = `
  SELECT DISTINCT c.year FROM council_decision c WHERE c.deleted_at IS NULL AND c.kind = 'recognition' ORDER BY c.year DESC`

const FROM = 'FROM recognition r JOIN council_decision d ON d.id = r.decision_id'

type Values = Record<string, string | number>

/** A statement with `?` for its values, in their order. */
export interface Statement {
  sql: string
  values: (string | number)[]
}

/** Newest decisions first. In: how many at most, and where to go on. */
export function registerPage(filter: RegisterFilter, take: number, after: RegisterCursor | null): Statement {
  const { where, values } = conditions(filter)
  const onward = after === null ? '' : 'AND (r.valid_from, r.id) < (:afterFrom, :afterId)'
  return bound(`SELECT ${COLUMNS} ${FROM} WHERE ${where} ${onward} ORDER BY r.valid_from DESC, r.id DESC LIMIT :take`, {
    ...values,
    take,
    ...(after === null ? {} : { afterFrom: after.validFrom, afterId: after.id }),
  })
}

/** In an order that never changes, for files made in many steps. */
export function registerChunk(filter: RegisterFilter, take: number, afterId: string): Statement {
  const { where, values } = conditions(filter)
  return bound(`SELECT ${COLUMNS} ${FROM} WHERE ${where} AND r.id > :afterId ORDER BY r.id LIMIT :take`, {
    ...values,
    take,
    afterId,
  })
}

/** The results of one decision, as they stand on a day, the highest first. */
export function decisionResults(decisionId: string, day: string): Statement {
  return bound(
    `SELECT ${COLUMNS} ${FROM} WHERE r.deleted_at IS NULL AND d.id = :decisionId ORDER BY r.stars DESC, r.product_name, r.id`,
    { decisionId, day },
  )
}

/** How many match, and the years that decisions on record are of, newest first. */
export function registerCount(filter: RegisterFilter): Statement {
  const { where, values } = conditions(filter)
  return bound(`SELECT count(*)::int AS total, ARRAY(${DECISION_YEARS}) AS years ${FROM} WHERE ${where}`, values)
}

/** Puts `?` where a value is named. */
function bound(named: string, given: Values): Statement {
  const values: Statement['values'] = []
  const sql = named.replace(/(?<!:):([a-zA-Z]+)/g, (_, name: string) => {
    values.push(given[name] ?? '')
    return '?'
  })
  return { sql, values }
}

function conditions({ words, provinceCode, stars, status, sector, year, day }: RegisterFilter) {
  const where = ['r.deleted_at IS NULL', 'd.deleted_at IS NULL']
  const values: Values = { day }
  if (words && words.length > 0) {
    where.push(`r.search_words @@ to_tsquery('simple', :words)`)
    values.words = words.map((word) => `'${word.replace(/['\\]/g, '')}':*`).join(' & ')
  }
  if (provinceCode !== undefined) {
    where.push('r.province_code = :provinceCode')
    values.provinceCode = provinceCode
  }
  if (stars !== undefined) {
    where.push('r.stars = :stars')
    values.stars = stars
  }
  if (sector !== undefined) {
    where.push('r.sector = :sector')
    values.sector = sector
  }
  if (year !== undefined) {
    where.push('d.year = :year')
    values.year = year
  }
  if (status !== undefined) {
    where.push(HAS_STATUS[status])
  }
  return { where: where.join(' AND '), values }
}
