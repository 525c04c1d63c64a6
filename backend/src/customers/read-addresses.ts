import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { type Delivery, fromAddress } from '../checkout/delivery'

/** An address of a customer's book. */
export interface CustomerAddress extends Omit<Delivery, 'email' | 'note'> {
  id: string
  isDefault: boolean
}

/** A customer's addresses, the default first, then the newest. */
export async function readAddresses(container: MedusaContainer, customerId: string): Promise<CustomerAddress[]> {
  const rows = await container
    .resolve(Modules.CUSTOMER)
    .listCustomerAddresses({ customer_id: customerId }, { take: null, order: { created_at: 'DESC' } })
  return rows
    .flatMap((row) => {
      const delivery = fromAddress(
        {
          first_name: row.first_name ?? null,
          phone: row.phone ?? null,
          address_1: row.address_1 ?? null,
          city: row.city ?? null,
          province: row.province ?? null,
          metadata: row.metadata ?? null,
        },
        null,
      )
      if (!delivery) return []
      const { name, phone, street, province, commune } = delivery
      return { id: row.id, isDefault: row.is_default_shipping, name, phone, street, province, commune }
    })
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
}
