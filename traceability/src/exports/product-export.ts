import type { ClientBase } from 'pg'
import { newestPassport } from '../storage/passports.ts'
import { partyOfProduct } from '../storage/products.ts'
import { lotsOfProduct } from '../storage/shown-lots.ts'
import { areasOfProduct } from '../storage/source-areas.ts'
import { vietnamDay } from '../verify/recognition-state.ts'
import type { ExportFile } from './export-file.ts'
import type { ExportOptions } from './lot-export.ts'
import { passportItems, passportJsonLd } from './product-passport.ts'
import { itemsCsv } from './required-item.ts'

export const PRODUCT_FILES = ['passport.jsonld', 'passport.csv'] as const
export type ProductFile = (typeof PRODUCT_FILES)[number]

/** Lots of a product that one file names: the newest. */
const MOST_LOTS = 1_000

/**
 * The passport of a product: linked data, or the legal minimum as a table. In public it names lots with printed labels; to
 * its own producer all of them. Null when nobody pushed a passport, or it is not the party's (null: whosoever it is).
 */
export async function productExport(
  client: ClientBase,
  partyNo: number | null,
  productRef: string,
  file: ProductFile,
  { scope, language, addresses, now }: ExportOptions,
): Promise<ExportFile | null> {
  const owner = await partyOfProduct(client, productRef)
  if (owner === null || (partyNo !== null && partyNo !== owner)) return null
  const passport = (await newestPassport(client, 'transaction', owner, productRef))?.body
  if (!passport) return null
  const lots = await lotsOfProduct(client, owner, productRef, { labelled: scope === 'public', limit: MOST_LOTS })
  const areas = [...lots.flatMap(({ view }) => view.sourceAreas), ...(await areasOfProduct(client, owner, productRef))]
  const facts = {
    passport,
    sourceAreas: [...new Map(areas.map((area) => [area.ref, area])).values()],
    lots,
    day: vietnamDay(now),
  }
  if (file === 'passport.csv') {
    return { type: 'text/csv', body: itemsCsv(passportItems(facts, addresses), language) }
  }
  return { type: 'application/ld+json', body: JSON.stringify(passportJsonLd(facts, addresses)) }
}
