import type { MemberVerb } from '../producers/member-verbs'

/** What a write below `/producer` needs a role for; the first pattern that fits decides. `null`: every member may. */
const DUTIES: readonly (readonly [RegExp, MemberVerb | null])[] = [
  [/^\/producer\/(notices\/read|password)$/, null],
  // The route itself asks: anybody may leave.
  [/^\/producer\/members\/[^/]+\/remove$/, null],
  [/^\/producer\/(members|invitations)(\/|$)/, 'members:manage'],
  [/^\/producer\/bank-account$/, 'bank:change'],
  [/^\/producer\/agreements(\/|$)/, 'agreements:manage'],
  [/^\/producer\/recalls\//, 'recalls:lift'],
  [/^\/producer\/(lots|steps|source-areas|evidence|label-)/, 'journal:write'],
  [/^\/producer\/(papers|dossiers|representative|stories|post-inspections|mark-uses)(\/|$)/, 'papers:edit'],
  [/^\/producer\/stock(\/|$)/, 'stock:edit'],
  // What was asked or agreed is finished also by those who may not sell for a time.
  [/^\/producer\/stays\/[^/]+\/(decline|close)$/, 'orders:confirm'],
  [/^\/producer\/(listings|listing-proposals|listing-imports|stays|stay-calendars)(\/|$)/, 'listings:edit'],
  [/^\/producer\/(return-requests|disputes|reviews)(\/|$)/, 'returns:decide'],
  [/^\/producer\/orders\/[^/]+\/(pack|ship|scan|parcels?)(\/|$)/, 'orders:pack'],
  [/^\/producer\/(orders|messages)(\/|$)/, 'orders:confirm'],
  [/^\/producer\/parcels(\/|$)/, 'orders:pack'],
]

/**
 * What a role must be allowed for a request; null where every member may: all reading, and what is one's own.
 * A write that no pattern names is an owner's: new routes begin closed.
 */
export function dutyOf(method: string, path: string): MemberVerb | null {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null
  const plain = path.toLowerCase().replace(/\/+$/, '')
  const found = DUTIES.find(([pattern]) => pattern.test(plain))
  return found ? found[1] : 'members:manage'
}
