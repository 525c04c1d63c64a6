import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryBody, Evidence, RecordedStep, Refusal } from '../types.ts'
import { clockAhead, type JournalServer, type Sent, type Stop, syncQueue } from './sync-queue.ts'
import { heldBack, lotsOfWaiting, type QueueStore, type WaitingEntry } from './waiting-entry.ts'

const ACCOUNT = 'pmem_1'

/** Keeps copies, as a database does: nothing in memory survives but what was put. `failing` cuts the write off. */
class MemoryStore implements QueueStore {
  readonly kept = new Map<string, WaitingEntry>()
  failing: () => boolean = () => false
  async list(account: string): Promise<WaitingEntry[]> {
    return [...this.kept.values()]
      .filter((entry) => entry.account === account)
      .sort((a, b) => a.order - b.order)
      .map((entry) => structuredClone(entry))
  }
  async put(entry: WaitingEntry): Promise<void> {
    if (this.failing()) throw new Error('the phone went off')
    this.kept.set(entry.key, structuredClone(entry))
  }
  async remove(key: string): Promise<void> {
    if (this.failing()) throw new Error('the phone went off')
    this.kept.delete(key)
  }
}

type Fate = 'fine' | 'lost on the way' | 'answer lost' | 'server away'

/** A book that keeps the rules of the real one: a key once, lots before they are used, one origin for a lot. */
class Book implements JournalServer {
  readonly stored = new Map<string, { body: string; answer: RecordedStep }>()
  readonly order: string[] = []
  readonly lots = new Set<string>()
  readonly uploads: string[] = []
  readonly skews = new Set<number>()
  constructor(
    private readonly fate: () => Fate = () => 'fine',
    private readonly account = ACCOUNT,
  ) {}

  async meet(): Promise<Sent<{ account: string; aheadMs: number }>> {
    return this.network(() => ({ kind: 'done', value: { account: this.account, aheadMs: 90_000 } }))
  }

  async upload(file: { title: string }): Promise<Sent<Evidence>> {
    return this.network(() => {
      this.uploads.push(file.title)
      const value: Evidence = {
        file: `${file.title}-${this.uploads.length}`,
        kind: 'photo',
        title: file.title,
        public: true,
        sha256: 'a'.repeat(64),
      }
      return { kind: 'done', value }
    })
  }

  async record(entry: EntryBody & { evidence: Evidence[] }, aheadMs: number): Promise<Sent<RecordedStep>> {
    return this.network(() => {
      this.skews.add(aheadMs)
      const body = JSON.stringify(entry)
      const known = this.stored.get(entry.requestKey)
      if (known) {
        return known.body === body ? { kind: 'done', value: known.answer } : refusal('conflict')
      }
      if (entry.inputs.some((input) => !this.lots.has(input.lotRef))) return refusal('lot_unknown')
      if (entry.outputs.some((output) => this.lots.has(output.ref))) return refusal('lot_exists')
      if (entry.note === 'refuse me') return refusal('more_out_than_in')
      for (const output of entry.outputs) this.lots.add(output.ref)
      const answer: RecordedStep = {
        stepNo: entry.requestKey,
        happenedAt: entry.happenedAt,
        warnings: [],
        lots: entry.outputs.map(({ ref }) => ({ ref })),
      }
      this.stored.set(entry.requestKey, { body, answer })
      this.order.push(entry.requestKey)
      return { kind: 'done', value: answer }
    })
  }

  private network<T>(act: () => Sent<T>): Sent<T> {
    const fate = this.fate()
    if (fate === 'lost on the way') return stop('offline')
    if (fate === 'server away') return stop('away')
    const answer = act()
    return fate === 'answer lost' ? stop('offline') : answer
  }
}

function stop(why: Stop): { kind: 'stop'; why: Stop } {
  return { kind: 'stop', why }
}
function refusal(code: string): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal: { code, field: null, details: {} } }
}

/** The nth entry: makes `lot-n` of the lots of the entries `from`. */
function waiting(n: number, from: number[] = [], more: { note?: string; photos?: number } = {}): WaitingEntry {
  const body: EntryBody = {
    requestKey: `key-${n}`,
    step: from.length > 0 ? 'drying' : 'harvesting',
    happenedAt: `2026-11-22T0${n % 10}:00:00.000Z`,
    note: more.note ?? null,
    about: [],
    quantity: null,
    inputs: from.map((each) => ({ lotRef: `lot-${each}`, producer: null, amount: null })),
    additions: [],
    outputs: [
      {
        ref: `lot-${n}`,
        lotCode: `L${n}`,
        kind: 'raw',
        productRef: null,
        material: 'Sen',
        amount: null,
        packs: null,
        packedOn: null,
        bestBefore: null,
      },
    ],
    sourceAreaRefs: [],
    handTo: null,
  }
  return {
    key: body.requestKey,
    account: ACCOUNT,
    order: n,
    body,
    files: Array.from({ length: more.photos ?? 0 }, (_, i) => ({
      blob: new Blob(['x']),
      title: `photo-${n}-${i}`,
      public: true,
      received: null,
    })),
    draft: { step: body.step, shape: from.length > 0 ? 'make' : 'begin', makes: null },
    fields: {},
    refusal: null,
  }
}

async function storeOf(...entries: WaitingEntry[]): Promise<MemoryStore> {
  const store = new MemoryStore()
  for (const entry of entries) await store.put(entry)
  return store
}

describe('sending what waits', () => {
  test('three steps of a journey go in the order they were written, each with the measured clock', async () => {
    const store = await storeOf(waiting(3, [2]), waiting(1), waiting(2, [1]))
    const book = new Book()
    const { stored, stop } = await syncQueue(store, ACCOUNT, book)
    expect([...stored.keys()]).toEqual(['key-1', 'key-2', 'key-3'])
    expect(stop).toBeNull()
    expect(store.kept.size).toBe(0)
    expect([...book.skews]).toEqual([90_000])
  })

  test('an answer that is lost after the book stored it doubles nothing', async () => {
    const fates: Fate[] = ['fine', 'answer lost']
    const store = await storeOf(waiting(1, [], { photos: 0 }))
    const book = new Book(() => fates.shift() ?? 'fine')
    expect((await syncQueue(store, ACCOUNT, book)).stop).toBe('offline')
    expect(store.kept.size).toBe(1)
    expect((await syncQueue(store, ACCOUNT, book)).stored.size).toBe(1)
    expect(book.order).toEqual(['key-1'])
    expect(store.kept.size).toBe(0)
  })

  test('a photo that was received is not sent again, and the entry stays the same', async () => {
    const fates: Fate[] = ['fine', 'fine', 'answer lost']
    const store = await storeOf(waiting(1, [], { photos: 1 }))
    const book = new Book(() => fates.shift() ?? 'fine')
    await syncQueue(store, ACCOUNT, book)
    const { stored, refused } = await syncQueue(store, ACCOUNT, book)
    expect({ stored: stored.size, refused, uploads: book.uploads }).toEqual({
      stored: 1,
      refused: 0,
      uploads: ['photo-1-0'],
    })
  })

  test('a refused entry stays with its reason; what rests on it waits, the rest goes', async () => {
    const store = await storeOf(waiting(1, [], { note: 'refuse me' }), waiting(2, [1]), waiting(3, [2]), waiting(4))
    const book = new Book()
    const { stored, refused } = await syncQueue(store, ACCOUNT, book)
    expect({ stored: [...stored.keys()], refused }).toEqual({ stored: ['key-4'], refused: 1 })
    const left = await store.list(ACCOUNT)
    expect(left.map((entry) => entry.refusal?.code ?? null)).toEqual(['more_out_than_in', null, null])
    expect([...heldBack(left)]).toEqual(['key-2', 'key-3'])
  })

  test('a refused entry that was mended goes with all that waited for it', async () => {
    const store = await storeOf(waiting(1, [], { note: 'refuse me' }), waiting(2, [1]))
    const book = new Book()
    await syncQueue(store, ACCOUNT, book)
    await store.put(waiting(1))
    await syncQueue(store, ACCOUNT, book)
    expect(book.order).toEqual(['key-1', 'key-2'])
    expect(store.kept.size).toBe(0)
  })

  test('nothing is sent in the name of another account', async () => {
    const store = await storeOf(waiting(1))
    const book = new Book(() => 'fine', 'pmem_2')
    expect((await syncQueue(store, ACCOUNT, book)).stop).toBe('other_account')
    expect({ kept: store.kept.size, stored: book.order }).toEqual({ kept: 1, stored: [] })
  })

  test('an empty queue asks nobody', async () => {
    const book: JournalServer = {
      meet: () => Promise.reject(new Error('asked')),
      upload: () => Promise.reject(new Error('asked')),
      record: () => Promise.reject(new Error('asked')),
    }
    expect((await syncQueue(new MemoryStore(), ACCOUNT, book)).stop).toBeNull()
  })

  test('whatever the network and the phone do, every entry is in the book once, in order', async () => {
    const journeys = fc
      .array(fc.record({ from: fc.nat(6), uses: fc.boolean(), photos: fc.nat(2) }), { minLength: 1, maxLength: 6 })
      .map((plans) => plans.map(({ from, uses, photos }, n) => waiting(n, uses && n > 0 ? [from % n] : [], { photos })))
    const fates = fc.array(fc.constantFrom<Fate>('fine', 'lost on the way', 'answer lost', 'server away'), {
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(
        journeys,
        fates,
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (entries, network, crashes) => {
          const store = await storeOf(...entries)
          const book = new Book(() => network.shift() ?? 'fine')
          store.failing = () => crashes.shift() ?? false
          for (let run = 0; store.kept.size > 0; run++) {
            expect(run).toBeLessThan(200)
            await syncQueue(store, ACCOUNT, book).catch(() => undefined)
          }
          expect(book.order).toEqual(entries.map((entry) => entry.key))
          expect(book.lots.size).toBe(entries.length)
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('lots of waiting entries can be used by the next form', () => {
  const [lot] = lotsOfWaiting([waiting(1)])
  expect(lot).toMatchObject({ ref: 'lot-1', lotCode: 'L1', kind: 'raw', material: 'Sen' })
})

describe('the clock of the phone', () => {
  test('is compared with the middle of question and answer', () => {
    expect(clockAhead(1_000, 61_500, 2_000, null)).toBe(60_000)
  })

  test('keeps its first figure while later ones differ by the network alone', () => {
    expect(clockAhead(0, 75_000, 10_000, 60_000)).toBe(60_000)
  })

  test('takes a new figure when somebody set it', () => {
    expect(clockAhead(0, 0, 0, 3_600_000)).toBe(0)
  })
})
