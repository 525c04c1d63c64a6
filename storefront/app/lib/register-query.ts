import {
  REGISTER_SECTORS,
  REGISTER_STATUSES,
  type RegisterSector,
  type RegisterStatus,
} from './medusa/register-types.ts'

/** What the visitor asks of the register; lives in the address. */
export interface RegisterQuery {
  q: string
  /** Province code of two digits, or null for the whole country. */
  province: string | null
  stars: 3 | 4 | 5 | null
  status: RegisterStatus | null
  sector: RegisterSector | null
  /** Year of the decision. */
  year: number | null
  /** Where the page begins; null on the first one. */
  after: string | null
}

/** Reads the address of the register. In: search parameters, from anybody. Out: a clean query; malformed values are dropped. */
export function parseRegisterQuery(params: URLSearchParams): RegisterQuery {
  const text = (name: string) => params.get(name) ?? ''
  const stars = Number(text('sao'))
  const after = text('tu')
  const year = text('nam')
  return {
    q: text('q').replace(/\s+/g, ' ').trim().slice(0, 200),
    province: /^\d{2}$/.test(text('tinh')) ? text('tinh') : null,
    stars: stars === 3 || stars === 4 || stars === 5 ? stars : null,
    status: REGISTER_STATUSES.find((each) => each === text('tinh-trang')) ?? null,
    sector: REGISTER_SECTORS.find((each) => each === text('nhom')) ?? null,
    year: /^20\d{2}$/.test(year) ? Number(year) : null,
    after: /^\d{4}-\d{2}-\d{2}~recog_\w{1,40}$/.test(after) ? after : null,
  }
}

/** The address of a query at a page of the register, always written the same way. */
export function registerHref(query: RegisterQuery, path = '/dang-ba'): string {
  const params = new URLSearchParams()
  if (query.q) params.set('q', query.q)
  if (query.province) params.set('tinh', query.province)
  if (query.stars) params.set('sao', String(query.stars))
  if (query.status) params.set('tinh-trang', query.status)
  if (query.sector) params.set('nhom', query.sector)
  if (query.year) params.set('nam', String(query.year))
  if (query.after) params.set('tu', query.after)
  const search = params.toString()
  return search ? `${path}?${search}` : path
}

/** The query as the shop takes it. */
export function shopSearch({ q, province, stars, status, sector, year, after }: RegisterQuery) {
  return {
    q: q || undefined,
    province: province ?? undefined,
    stars: stars ?? undefined,
    status: status ?? undefined,
    sector: sector ?? undefined,
    year: year ?? undefined,
    after: after ?? undefined,
  }
}

/** True when nothing narrows the register down. */
export function isWhole(query: RegisterQuery): boolean {
  return registerHref(query) === '/dang-ba'
}
