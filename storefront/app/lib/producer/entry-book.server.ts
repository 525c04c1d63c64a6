import { ShopError } from '#app/lib/medusa/client.server.ts'
import type { EntryBook, FormLot } from './entry-draft.ts'
import { listLots, readHandOvers, readLot } from './journal.server.ts'
import type { ProducerClient } from './require-producer.server.ts'
import type { Receiver } from './types.ts'

/**
 * What the form for an entry is made from: words, products, areas, other producers, and the lots with goods left; the lots
 * named are there whatever is left of them. Throws ShopError; a lot that is unknown is left out, it may still wait on a phone.
 */
export async function entryBook(producer: ProducerClient, named: readonly string[]): Promise<EntryBook> {
  const [desk, { lots }, { receivers }, handOvers] = await Promise.all([
    producer.desk(),
    listLots(producer, { q: '', state: 'open', after: null }),
    producer.ask<{ receivers: Receiver[] }>('/producer/receivers'),
    readHandOvers(producer),
  ])
  const missing = [...new Set(named)].filter((ref) => ref !== '' && !lots.some((lot) => lot.ref === ref)).slice(0, 4)
  const found = await Promise.all(
    missing.map((ref) =>
      readLot(producer, ref).then(
        ({ lot }) => [lot],
        (error: unknown) => {
          if (error instanceof ShopError && error.kind === 'not_found') return []
          throw error
        },
      ),
    ),
  )
  return {
    steps: desk.steps,
    products: desk.products.map(({ id, title, netContent }) => ({ id, title, netContent })),
    areas: desk.sourceAreas
      .filter((area) => area.recall === null)
      .map(({ ref, name, productRefs, recall }) => ({ ref, name, productRefs, recall })),
    lots: [...found.flat(), ...lots].map(formLot),
    receivers,
    handOvers,
  }
}

function formLot(lot: FormLot): FormLot {
  const { ref, lotCode, kind, material, productRef, left, measure, quantity, recall, withdrawn } = lot
  return { ref, lotCode, kind, material, productRef, left, measure, quantity, recall, withdrawn }
}
