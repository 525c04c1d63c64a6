import { expect, it } from 'vitest'
import { entry, take } from '../testing/journal.ts'
import { stepEvent } from './step-event.ts'

const sale = (handTo: string | null) =>
  stepEvent({
    stepNo: '019a0000-0000-7000-8000-000000000001',
    input: entry({ step: 'selling', inputs: [take('sen', 5)], handTo }),
    happenedAt: '2026-10-10T01:00:00.000Z',
    about: [],
    inputs: [{ lotNo: '019a0000-0000-7000-8000-000000000002', amount: { amount: 5_000, measure: 'g' } }],
    outputs: [],
  })

it('goods that are sold leave the chain of events; sold to a producer who takes them in, they stay in it', () => {
  expect(sale(null)).toMatchObject({ action: 'DELETE', disposition: 'retail_sold' })
  const handedOver = sale('producer-2')
  expect(handedOver).toMatchObject({ action: 'OBSERVE' })
  expect(handedOver).not.toHaveProperty('disposition')
})
