import { expect, test } from 'vitest'
import { type SaleAnswer, type SaleStore, sendSales, type WaitingSale } from './sale-queue.ts'
import type { SaleDraft } from './types.ts'

const sale = (clientId: string): SaleDraft => ({
  clientId,
  method: 'cash',
  total: 10_000,
  tendered: 10_000,
  bankReference: null,
  offline: false,
  deviceAt: `2026-11-23T0${clientId}:00:00Z`,
  lines: [],
})

function storeWith(...ids: string[]): SaleStore & { kept: Map<string, WaitingSale> } {
  const kept = new Map(
    ids.map((id) => [id, { clientId: id, owner: 'a', sale: sale(id), refused: null } as WaitingSale]),
  )
  return {
    kept,
    list: async (owner) => [...kept.values()].filter((entry) => entry.owner === owner),
    put: async (entry) => void kept.set(entry.clientId, entry),
    remove: async (id) => void kept.delete(id),
  }
}

test('a sale leaves the device only once the shop has it', async () => {
  const store = storeWith('1', '2', '3')
  const answers: SaleAnswer[] = [{ kind: 'booked', saleId: 's' }, { kind: 'away' }]
  const sent = await sendSales(store, 'a', async () => answers.shift() ?? { kind: 'away' })
  expect(sent).toEqual({ booked: 1, queries: 0, refused: 0, away: true })
  expect([...store.kept.keys()]).toEqual(['2', '3'])
})

test('what waits is sent as a sale that happened, under its own id', async () => {
  const store = storeWith('1')
  const seen: SaleDraft[] = []
  await sendSales(store, 'a', async (given) => {
    seen.push(given)
    return { kind: 'query' }
  })
  expect(seen).toEqual([{ ...sale('1'), offline: true }])
  expect(store.kept.size).toBe(0)
})

test('a refused sale stays with its reason, and the next ones go on', async () => {
  const store = storeWith('1', '2')
  const answers: SaleAnswer[] = [
    { kind: 'refused', sentence: 'Không có điểm bán này.' },
    { kind: 'booked', saleId: 's' },
  ]
  expect(await sendSales(store, 'a', async () => answers.shift() ?? { kind: 'away' })).toMatchObject({
    booked: 1,
    refused: 1,
  })
  expect(store.kept.get('1')?.refused).toBe('Không có điểm bán này.')
})

test('nobody sends what another rang up', async () => {
  const store = storeWith('1')
  expect(await sendSales(store, 'b', async () => ({ kind: 'query' }))).toMatchObject({ queries: 0 })
  expect(store.kept.size).toBe(1)
})
