import type { MedusaContainer } from '@medusajs/framework/types'
import { createStockLocationsWorkflow, linkSalesChannelsToStockLocationWorkflow } from '@medusajs/medusa/core-flows'
import { shopRows } from './shop.ts'

interface LocationRow {
  id: string
  name: string
  sales_channels: { id: string }[] | null
}

export interface Counter {
  name: string
  address: string
  provinceName: string
  salesChannelId: string
}

/** Gives every counter shop a stock location with its address, linked to its sales channel. Out: how many were new. */
export async function seedCounters(container: MedusaContainer, counters: readonly Counter[]): Promise<number> {
  const known = await shopRows<LocationRow>(container, {
    entity: 'stock_location',
    fields: ['id', 'name', 'sales_channels.id'],
    filters: { name: counters.map((counter) => counter.name) },
  })
  let created = 0
  for (const counter of counters) {
    let location = known.find((row) => row.name === counter.name)
    if (!location) {
      const { result } = await createStockLocationsWorkflow(container).run({
        input: {
          locations: [
            {
              name: counter.name,
              address: { country_code: 'vn', province: counter.provinceName, address_1: counter.address },
            },
          ],
        },
      })
      const [made] = result
      if (!made) throw new Error(`the stock location of ${counter.name} could not be made`)
      location = { id: made.id, name: counter.name, sales_channels: [] }
      created++
    }
    const linked = (location.sales_channels ?? []).some((channel) => channel.id === counter.salesChannelId)
    if (!linked) {
      await linkSalesChannelsToStockLocationWorkflow(container).run({
        input: { id: location.id, add: [counter.salesChannelId] },
      })
    }
  }
  return created
}
