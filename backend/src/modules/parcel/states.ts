/** `packing`: lots and codes are held, the stock has not left yet; seen by nobody but its packer and the job that ends it. */
export const PARCEL_STATES = ['packing', 'packed', 'shipped', 'delivered', 'refused', 'unpacked'] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

/** Who said that a parcel has arrived, or that it was not taken. */
export const PARCEL_WITNESSES = ['buyer', 'producer', 'carrier'] as const
export type ParcelWitness = (typeof PARCEL_WITNESSES)[number]
