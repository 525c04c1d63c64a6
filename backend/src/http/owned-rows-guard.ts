import type { MedusaRequest, MedusaRequestHandler } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { OFFICIAL, type OfficialScope } from '../officials/official-scope'
import { CUSTOMER, type CustomerScope } from './customer-scope'
import { foreignRow } from './foreign-row'
import { OWNED_ROWS } from './owned-rows'
import { TENANT, type Tenant } from './tenant'

interface Asking {
  actor: string
  id: string
  /** Ids of the tenants for whom this person may ask. */
  owners: readonly string[]
}

const rows = OWNED_ROWS.map((row) => ({ ...row, pattern: patternOf(row.path) }))

/**
 * The second door, behind those of the actors: a row that an address names (`OWNED_ROWS`) and that is another tenant's is refused
 * before its route runs, with 404 and a security event. A row there is not is left to the route.
 */
export const guardOwnedRows: MedusaRequestHandler = (req, _res, next) => {
  const named = rows.flatMap(({ type, owner, pattern }) => {
    const id = decoded(pattern.exec(req.path)?.[1])
    return id === null ? [] : [{ type, owner, id }]
  })
  const asking = named.length === 0 ? null : whoAsks(req)
  if (asking === null) {
    next()
    return
  }
  void refuseForeign(req.scope, asking, named).then(() => next(), next)
}

async function refuseForeign(
  container: MedusaContainer,
  { actor, id, owners }: Asking,
  named: readonly { type: string; owner: string; id: string }[],
): Promise<void> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const row of named) {
    const found = await connection.raw<{ rows: { owner: string | null }[] }>(row.owner, [row.id])
    const [owned] = found.rows
    if (owned && !owners.includes(owned.owner ?? '')) throw foreignRow({ actor, id }, { type: row.type, id: row.id })
  }
}

/** Who the door before let in; null for officials without a centre, whom the route tells that they may not. */
function whoAsks({ scope, path }: MedusaRequest): Asking | null {
  if (/^\/producer\//i.test(path)) {
    const tenant = scope.resolve<Tenant>(TENANT)
    return { actor: 'producer', id: tenant.memberId, owners: [tenant.producerId] }
  }
  if (/^\/official\//i.test(path)) {
    const official = scope.resolve<OfficialScope>(OFFICIAL)
    const owners = official.posts.flatMap(({ centreId }) => (centreId === null ? [] : [centreId]))
    return owners.length === 0 ? null : { actor: 'official', id: official.officialId, owners }
  }
  const { customerId } = scope.resolve<CustomerScope>(CUSTOMER)
  return { actor: 'customer', id: customerId, owners: [customerId] }
}

function patternOf(path: string): RegExp {
  const last = path.lastIndexOf('/:')
  const parameter = /^\/:\w+/.exec(path.slice(last))?.[0] ?? ''
  const below = path.slice(last + parameter.length)
  return new RegExp(`^${path.slice(0, last).replace(/:\w+/g, '[^/]+')}/([^/]+)${below}(?:/|$)`, 'i')
}

/** Null for what is not there or is no text; the router refuses the latter. */
function decoded(segment: string | undefined): string | null {
  if (segment === undefined) return null
  try {
    const text = decodeURIComponent(segment)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}
