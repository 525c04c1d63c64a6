/** Where an order goes, in the two tiers of 2025-07-01. */
export interface Delivery {
  name: string
  phone: string
  email: string | null
  street: string
  note: string | null
  province: { code: string; name: string }
  commune: { code: string; name: string }
}

/** Medusa's address of a cart or order, as far as we write it. */
export interface AddressRow {
  first_name: string | null
  phone: string | null
  address_1: string | null
  city: string | null
  province: string | null
  metadata: Record<string, unknown> | null
}

/** Medusa's address for a delivery. Codes of the places and the note travel in the metadata. */
export function toAddress(delivery: Delivery) {
  return {
    first_name: delivery.name,
    phone: delivery.phone,
    address_1: delivery.street,
    city: delivery.commune.name,
    province: delivery.province.name,
    country_code: 'vn',
    metadata: {
      province_code: delivery.province.code,
      commune_code: delivery.commune.code,
      note: delivery.note,
    },
  }
}

/** The delivery that `toAddress` wrote; null when the address is not complete. */
export function fromAddress(address: AddressRow | null | undefined, email: string | null | undefined): Delivery | null {
  const provinceCode = address?.metadata?.province_code
  const communeCode = address?.metadata?.commune_code
  const note = address?.metadata?.note
  if (
    !address?.first_name ||
    !address.phone ||
    !address.address_1 ||
    typeof provinceCode !== 'string' ||
    typeof communeCode !== 'string'
  ) {
    return null
  }
  return {
    name: address.first_name,
    phone: address.phone,
    email: email ?? null,
    street: address.address_1,
    note: typeof note === 'string' ? note : null,
    province: { code: provinceCode, name: address.province ?? '' },
    commune: { code: communeCode, name: address.city ?? '' },
  }
}
