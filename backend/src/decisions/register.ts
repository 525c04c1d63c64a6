import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import { RECOGNITION_MODULE } from '../modules/recognition'
import {
  type RegisterCursor,
  type RegisterFilter,
  type RegisterRow,
  type RegisterStatus,
  registerChunk,
  registerPage,
} from '../modules/recognition/register-sql'
import type { RecognitionModuleService } from '../modules/recognition/service'
import { queryWords } from '../search/vietnamese-words'

export const REGISTER_PAGE = 30
/** Rows held at a time while a file is written. */
const CHUNK = 1_000

/** A recognition as the public register shows it. Days are yyyy-mm-dd at +07; last days are included. */
export interface RegisterEntry {
  id: string
  product: string
  /** The listing's page, when it is sold here. */
  productHandle: string | null
  productCode: string | null
  producer: string | null
  provinceCode: string | null
  province: string | null
  sector: string | null
  stars: 3 | 4 | 5
  points: number | null
  rubricVersion: string
  decisionId: string
  decisionNumber: string
  decisionDate: string
  authority: string
  validFrom: string
  validTo: string
  /** Last day of a transitional extension. */
  extendedTo: string | null
  /** First day without the star. */
  revokedOn: string | null
  status: RegisterStatus
  /** A later decision is about the same product. */
  replaced: boolean
  sample: boolean
}

/** What may be asked of the register; `after` is a `next` of the page before. */
export interface RegisterQuestion {
  q?: string
  province?: string
  stars?: number
  status?: RegisterStatus
  sector?: string
  year?: number
  after?: string
}

export interface RegisterPage {
  items: RegisterEntry[]
  total: number
  /** Where the next page begins; null on the last one. */
  next: string | null
  /** Years that decisions on record are of. */
  years: number[]
  /** The day the statuses are told for. */
  day: string
}

/** A page of the register as it stands on the day of `now` at +07, newest first. */
export async function readRegister(
  container: MedusaContainer,
  question: RegisterQuestion,
  now: Date,
): Promise<RegisterPage> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const filter = filterOf(question, now)
  const statement = registerPage(filter, REGISTER_PAGE + 1, cursorOf(question.after))
  const [found, { total, years }] = await Promise.all([service.readRegister(statement), service.countRegister(filter)])
  const rows = found.slice(0, REGISTER_PAGE)
  const last = found.length > REGISTER_PAGE ? rows.at(-1) : undefined
  return {
    items: await registerEntries(container, rows),
    total,
    next: last ? `${last.valid_from}~${last.id}` : null,
    years,
    day: filter.day,
  }
}

/** Every entry that matches, in steps: as many as fit the memory easily are held at a time. */
export async function* registerEntriesInSteps(
  container: MedusaContainer,
  question: Omit<RegisterQuestion, 'after'>,
  now: Date,
): AsyncGenerator<RegisterEntry[]> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const filter = filterOf(question, now)
  let afterId = ''
  for (;;) {
    const rows = await service.readRegister(registerChunk(filter, CHUNK, afterId))
    if (rows.length > 0) yield await registerEntries(container, rows)
    const last = rows.at(-1)
    if (!last || rows.length < CHUNK) return
    afterId = last.id
  }
}

/** Rows with the names of their places and the pages of their products. */
export async function registerEntries(
  container: MedusaContainer,
  rows: readonly RegisterRow[],
): Promise<RegisterEntry[]> {
  const [provinces, handles] = await Promise.all([provinceNames(container), productHandles(container, rows)])
  return rows.map((row) => ({
    id: row.id,
    product: row.product_name,
    productHandle: (row.product_id && handles.get(row.product_id)) || null,
    productCode: row.product_code,
    producer: row.producer_name,
    provinceCode: row.province_code,
    province: (row.province_code && provinces.get(row.province_code)) || null,
    sector: row.sector,
    stars: row.stars,
    points: row.points,
    rubricVersion: row.rubric_version,
    decisionId: row.decision_id,
    decisionNumber: row.number,
    decisionDate: row.date,
    authority: row.authority,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    extendedTo: row.extended_to,
    revokedOn: row.revoked_on,
    status: row.status,
    replaced: row.replaced_by !== null,
    sample: row.sample,
  }))
}

function filterOf(question: RegisterQuestion, now: Date): RegisterFilter {
  const { q, province, stars, status, sector, year } = question
  return {
    day: vietnamDay(now),
    ...(q === undefined ? {} : { words: queryWords(q).words }),
    ...(province === undefined ? {} : { provinceCode: province }),
    ...(stars === undefined ? {} : { stars }),
    ...(status === undefined ? {} : { status }),
    ...(sector === undefined ? {} : { sector }),
    ...(year === undefined ? {} : { year }),
  }
}

/** `yyyy-mm-dd~recog_…`, as `next` is written. */
export const CURSOR = /^(\d{4}-\d{2}-\d{2})~(recog_\w{1,40})$/

function cursorOf(after: string | undefined): RegisterCursor | null {
  const [, validFrom, id] = CURSOR.exec(after ?? '') ?? []
  return validFrom !== undefined && id !== undefined ? { validFrom, id } : null
}

async function provinceNames(container: MedusaContainer): Promise<Map<string, string>> {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const provinces = await places.listProvinces({}, { take: null, select: ['code', 'name'] })
  return new Map(provinces.map(({ code, name }) => [code, name]))
}

async function productHandles(
  container: MedusaContainer,
  rows: readonly Pick<RegisterRow, 'product_id'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ product_id }) => product_id ?? []))]
  if (ids.length === 0) return new Map()
  const products = await graph<{ id: string; handle: string }>(container, {
    entity: 'product',
    fields: ['id', 'handle'],
    filters: { id: ids, status: 'published' },
  })
  return new Map(products.map(({ id, handle }) => [id, handle]))
}
