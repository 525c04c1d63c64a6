import type { HeldBundle } from '@sao-lang/traceability/verify'
import type { InspectorDesk, WaitingLookUp, WaitingRecord } from './types.ts'

/** What the phone keeps between visits. Each write is done when its promise resolves. */
export interface InspectorStore {
  records(): Promise<WaitingRecord[]>
  putRecord(record: WaitingRecord): Promise<void>
  removeRecord(requestKey: string): Promise<void>
  lookUps(): Promise<WaitingLookUp[]>
  putLookUp(lookUp: WaitingLookUp): Promise<void>
  removeLookUps(requestKeys: readonly string[]): Promise<void>
  desk(): Promise<InspectorDesk | null>
  putDesk(desk: InspectorDesk): Promise<void>
  bundle(provinceCode: string): Promise<HeldBundle | null>
  putBundle(provinceCode: string, bundle: HeldBundle): Promise<void>
  /** DID document of the issuer, taken when the phone was last online. */
  issuer(): Promise<unknown>
  putIssuer(document: unknown): Promise<void>
}

const NAME = 'sao-lang-kiem-tra'
const STORES = ['records', 'look-ups', 'kept'] as const
type StoreName = (typeof STORES)[number]

/** The store in IndexedDB. Throws DOMException where the browser keeps nothing (private windows of some). */
export async function openInspectorStore(): Promise<InspectorStore> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store)
  }
  const database = await done(request)
  const reading = (store: StoreName) => database.transaction(store, 'readonly').objectStore(store)
  const write = async (store: StoreName, change: (objects: IDBObjectStore) => void) => {
    const transaction = database.transaction(store, 'readwrite')
    change(transaction.objectStore(store))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }
  const kept = async <T>(key: string) => ((await done(reading('kept').get(key))) as T | undefined) ?? null
  const keep = (key: string, value: unknown) =>
    write('kept', (objects) => {
      objects.put(value, key)
    })

  return {
    records: async () => (await done(reading('records').getAll())) as WaitingRecord[],
    putRecord: (record) => write('records', (objects) => void objects.put(record, record.requestKey)),
    removeRecord: (requestKey) => write('records', (objects) => void objects.delete(requestKey)),
    lookUps: async () => (await done(reading('look-ups').getAll())) as WaitingLookUp[],
    putLookUp: (lookUp) => write('look-ups', (objects) => void objects.put(lookUp, lookUp.requestKey)),
    removeLookUps: (keys) =>
      write('look-ups', (objects) => {
        for (const key of keys) objects.delete(key)
      }),
    desk: () => kept('desk'),
    putDesk: (desk) => keep('desk', desk),
    bundle: (provinceCode) => kept(`bundle/${provinceCode}`),
    putBundle: (provinceCode, bundle) => keep(`bundle/${provinceCode}`, bundle),
    issuer: () => kept('issuer'),
    putIssuer: (document) => keep('issuer', document),
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
