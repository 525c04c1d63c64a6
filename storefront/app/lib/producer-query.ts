/** What the visitor asks of the list of producers; lives in the address. */
export interface ProducerQuery {
  q: string
  /** Province code of two digits, or null for the whole country. */
  province: string | null
  page: number
}

/** Reads the address of the list. In: search parameters, from anybody. Out: a clean query; malformed values are dropped. */
export function parseProducerQuery(params: URLSearchParams): ProducerQuery {
  const province = params.get('province') ?? ''
  const page = Number(params.get('page') ?? 1)
  return {
    q: (params.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 100),
    province: /^\d{2}$/.test(province) ? province : null,
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

/** The address of a query, always written the same way. */
export function producersHref({ q, province, page }: ProducerQuery): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (province) params.set('province', province)
  if (page > 1) params.set('page', String(page))
  const search = params.toString()
  return search ? `/nha-san-xuat?${search}` : '/nha-san-xuat'
}
