/** A place of the centre's workspace; the label is a word of `i18n/centre`. */
export interface CentrePlace {
  path: string
  label:
    | 'overview'
    | 'fairs'
    | 'contracts'
    | 'report'
    | 'statements'
    | 'agreements'
    | 'till'
    | 'stock'
    | 'papers'
    | 'close'
    | 'count'
}

const BASE = '/can-bo/trung-tam'

/** The places of a promotion centre's workspace. They have a menu of their own: that of the officials is full. */
export const CENTRE_MENU: readonly CentrePlace[] = [
  { path: BASE, label: 'overview' },
  { path: `${BASE}/hoi-cho`, label: 'fairs' },
  { path: `${BASE}/hop-dong`, label: 'contracts' },
  { path: `${BASE}/doanh-so`, label: 'report' },
  { path: `${BASE}/doi-soat`, label: 'statements' },
  { path: `${BASE}/thoa-thuan`, label: 'agreements' },
]

/** The places of one of its shops. In: the shop's id. */
export function shopMenu(shopId: string): CentrePlace[] {
  const base = `${BASE}/${shopId}`
  return [
    { path: `${base}/quay`, label: 'till' },
    { path: base, label: 'stock' },
    { path: `${base}/phieu`, label: 'papers' },
    { path: `${base}/chot`, label: 'close' },
    { path: `${base}/kiem-ke`, label: 'count' },
  ]
}
