import { requireBy, type SeedData } from '../data/load-data.ts'
import { heroPicture, wrappingPicture } from './compose.ts'
import type { Drawing } from './render.ts'

/** Two drawings of every product, in the order of the products: itself on its field, and its wrapping paper. */
export function productDrawings(data: SeedData): Drawing[] {
  return data.products.flatMap((fact) => {
    const illustration = requireBy(data.illustrations, 'id', fact.id)
    const sector = fact.sector ?? requireBy(data.sampleProducts, 'id', fact.id).sector
    if (!sector) throw new Error(`seed/data: ${fact.id} has no sector`)
    return [
      {
        name: `${fact.handle}-1`,
        svg: heroPicture(sector, illustration, fact.handle),
        alt: `Tranh minh hoạ ${fact.name}`,
      },
      {
        name: `${fact.handle}-2`,
        svg: wrappingPicture(illustration, fact.handle),
        alt: `Hoạ tiết giấy gói ${fact.name}`,
      },
    ]
  })
}
