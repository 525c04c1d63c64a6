import type { QueueStore, WaitingEntry } from './waiting-entry.ts'

const DATABASE = 'sao-lang-so-lo'
const ENTRIES = 'entries'

/**
 * The waiting entries in the phone's own database (IndexedDB 3.0), photos included. Out: null where the browser has none or
 * refuses it (private windows of some); forms are then posted the ordinary way.
 */
export async function openPhoneStore(): Promise<
  (QueueStore & { countOthers(account: string): Promise<number> }) | null
> {
  if (typeof indexedDB === 'undefined') return null
  const database = await new Promise<IDBDatabase | null>((resolve) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(ENTRIES, { keyPath: 'key' })
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => resolve(null)
    opening.onblocked = () => resolve(null)
  })
  if (database === null) return null

  const run = <T>(mode: IDBTransactionMode, act: (entries: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(ENTRIES, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(ENTRIES))
      // Only a finished transaction is on the phone; a finished request may still be rolled back.
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error('The phone could not keep the entry'))
      transaction.onabort = () => reject(transaction.error ?? new Error('The phone could not keep the entry'))
    })
  const all = () => run<WaitingEntry[]>('readonly', (entries) => entries.getAll())

  return {
    list: async (account) =>
      (await all()).filter((entry) => entry.account === account).sort((a, b) => a.order - b.order),
    put: async (entry) => {
      await run('readwrite', (entries) => entries.put(entry))
    },
    remove: async (key) => {
      await run('readwrite', (entries) => entries.delete(key))
    },
    countOthers: async (account) => (await all()).filter((entry) => entry.account !== account).length,
  }
}
