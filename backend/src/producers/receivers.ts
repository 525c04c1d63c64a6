import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import type { Tenant } from '../http/tenant'

/** A producer that goods can be handed to. */
export interface Receiver {
  handle: string
  name: string
  /** Commune and province, to tell producers of one name apart. */
  place: string
  sameProvince: boolean
}

/** A phone keeps them all for the field, and a longer list helps nobody choose. */
const MOST = 300

interface Row {
  handle: string
  name: string
  province: { name: string } | null
  commune: { name: string; type: string } | null
}

/** Other open producers by name: those of the tenant's own province, then others, 300 in all. */
export async function receiversOf(container: MedusaContainer, tenant: Tenant): Promise<Receiver[]> {
  const [own] = await graph<{ province_code: string }>(container, {
    entity: 'producer',
    fields: ['province_code'],
    filters: { id: tenant.producerId },
  })
  const others = async (province: string | { $ne: string }, take: number) =>
    take === 0
      ? []
      : graph<Row>(container, {
          entity: 'producer',
          fields: ['handle', 'name', 'province.name', 'commune.name', 'commune.type'],
          filters: { status: 'open', id: { $ne: tenant.producerId }, province_code: province },
          pagination: { take, order: { name_folded: 'ASC', id: 'ASC' } },
        })
  const code = own?.province_code ?? ''
  const near = await others(code, MOST)
  const far = await others({ $ne: code }, MOST - near.length)
  return [...near.map((row) => receiver(row, true)), ...far.map((row) => receiver(row, false))]
}

function receiver({ handle, name, province, commune }: Row, sameProvince: boolean): Receiver {
  const place = [commune ? `${commune.type} ${commune.name}` : null, province?.name ?? null]
  return { handle, name, place: place.filter((part) => part !== null).join(', '), sameProvince }
}
