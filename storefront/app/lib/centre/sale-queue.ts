import type { SaleDraft } from './types.ts'

/** A sale that waits on the device. `owner` is who rang it up and where, so that nobody sends it in another's name. */
export interface WaitingSale {
  clientId: string
  owner: string
  sale: SaleDraft
  /** The shop's sentence when it would not take the sale as it is; it then stays for a person to look at. */
  refused: string | null
}

export interface SaleStore {
  list(owner: string): Promise<WaitingSale[]>
  put(entry: WaitingSale): Promise<void>
  remove(clientId: string): Promise<void>
}

export type SaleAnswer =
  | { kind: 'booked'; saleId: string }
  | { kind: 'query' }
  | { kind: 'refused'; sentence: string }
  /** No network, or the shop does not answer: nothing is known, it is sent again. */
  | { kind: 'away' }

export interface Sent {
  booked: number
  queries: number
  refused: number
  /** True when the rest could not be sent now. */
  away: boolean
}

/**
 * Sends what waits, in the order it was rung up. A sale leaves the device only once the shop has it, booked or as a query; it keeps its
 * id, so sending it again books nothing twice.
 */
export async function sendSales(
  store: SaleStore,
  owner: string,
  send: (sale: SaleDraft) => Promise<SaleAnswer>,
): Promise<Sent> {
  const result: Sent = { booked: 0, queries: 0, refused: 0, away: false }
  for (const entry of await store.list(owner)) {
    // Whoever comes back to a sale that failed sends it as one that happened: goods and money have moved.
    const answer = await send({ ...entry.sale, offline: true })
    if (answer.kind === 'away') return { ...result, away: true }
    if (answer.kind === 'refused') {
      await store.put({ ...entry, refused: answer.sentence })
      result.refused += 1
      continue
    }
    await store.remove(entry.clientId)
    if (answer.kind === 'booked') result.booked += 1
    else result.queries += 1
  }
  return result
}

const DATABASE = 'sao-lang-quay'
const SALES = 'sales'

/** The device's own database (IndexedDB 3.0); null where the browser has none or refuses it. */
export async function openSaleStore(): Promise<SaleStore | null> {
  if (typeof indexedDB === 'undefined') return null
  const database = await new Promise<IDBDatabase | null>((resolve) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(SALES, { keyPath: 'clientId' })
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => resolve(null)
    opening.onblocked = () => resolve(null)
  })
  if (database === null) return null
  const run = <T>(mode: IDBTransactionMode, act: (sales: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(SALES, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(SALES))
      // Only a finished transaction is on the device; a finished request may still be rolled back.
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error('The device could not keep the sale'))
      transaction.onabort = () => reject(transaction.error ?? new Error('The device could not keep the sale'))
    })
  return {
    list: async (owner) => {
      const all = await run<WaitingSale[]>('readonly', (sales) => sales.getAll())
      return all
        .filter((entry) => entry.owner === owner)
        .sort((one, other) => (one.sale.deviceAt < other.sale.deviceAt ? -1 : 1))
    },
    put: async (entry) => {
      await run('readwrite', (sales) => sales.put(entry))
    },
    remove: async (clientId) => {
      await run('readwrite', (sales) => sales.delete(clientId))
    },
  }
}
