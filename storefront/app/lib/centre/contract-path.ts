/** The centre's page of contracts. */
export const CONTRACTS_PAGE = '/can-bo/trung-tam/hop-dong'

/** The address of a contract below the backend. In: its id as an address gives it. */
export function contractPath(id: string | undefined, rest = ''): `/official/${string}` {
  return `/official/centre/contracts/${encodeURIComponent(id ?? '')}${rest}`
}
