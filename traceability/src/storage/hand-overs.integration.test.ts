import { afterAll, beforeAll, expect, it } from 'vitest'
import { correctStep } from '../events/corrections.ts'
import { recallLot } from '../events/recalls.ts'
import type { StepInput } from '../events/step-input.ts'
import { recordStep } from '../events/steps.ts'
import { partyNoOf, registerParty } from '../identifiers/parties.ts'
import { entry, raw, take } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { handOversTo } from './hand-overs.ts'

let database: OwnDatabase

beforeAll(async () => {
  database = await ownDatabase()
  for (const party of ['grower', 'maker', 'stranger']) await registerParty(database.pool, party)
})
afterAll(() => database.drop())

const record = (changes: Partial<StepInput>) => recordStep(database.pool, entry({ partyRef: 'grower', ...changes }))
const waitingFor = async (party: string) => handOversTo(database.pool, await partyNoOf(database.pool, party))
const leftFor = async (party: string) => (await waitingFor(party)).map(({ lotRef, left }) => [lotRef, left])
const takeIn = (ref: string, from: string, kilograms: number | null) =>
  record({
    ...{ partyRef: 'maker', step: 'receiving', inputs: [take(from, kilograms, 'grower')] },
    outputs: [raw(ref, kilograms)],
  })

it('goods that were handed over wait for their receiver alone, until all of them are taken in', async () => {
  await record({ step: 'harvesting', outputs: [raw('sen', 800)] })
  const sent = await record({ step: 'selling', inputs: [take('sen', 300)], handTo: 'maker' })
  expect(await waitingFor('maker')).toEqual([
    {
      ...{ partyRef: 'grower', stepNo: sent.stepNo, lotRef: 'sen', lotCode: 'SEN', name: 'Hạt sen tươi' },
      ...{ left: 300_000, measure: 'g', pieceWord: 'kg', sentAt: sent.happenedAt, recalled: false },
    },
  ])
  expect([await leftFor('stranger'), await leftFor('grower')]).toEqual([[], []])
  const first = await takeIn('nhap-1', 'sen', 100)
  expect(await leftFor('maker')).toEqual([['sen', 200_000]])
  await takeIn('nhap-2', 'sen', 200)
  expect(await leftFor('maker')).toEqual([])
  await correctStep(database.pool, {
    ...{ partyRef: 'maker', requestKey: 'fix-1', stepNo: first.stepNo, reason: 'Ghi nhầm lô', replacement: null },
  })
  expect(await leftFor('maker')).toEqual([['sen', 100_000]])
})

it('goods nobody weighed wait until they are taken in once', async () => {
  await record({ step: 'harvesting', outputs: [raw('mit', null)] })
  await record({ step: 'shipping', inputs: [take('mit')], handTo: 'maker' })
  expect(await leftFor('maker')).toContainEqual(['mit', null])
  await takeIn('nhap-3', 'mit', null)
  expect(await leftFor('maker')).not.toContainEqual(['mit', null])
})

it('a struck hand-over waits no more, and a recalled lot says so', async () => {
  await record({ step: 'harvesting', outputs: [raw('xoai', 50)] })
  const wrong = await record({ step: 'shipping', inputs: [take('xoai', 20)], handTo: 'stranger' })
  await record({ step: 'shipping', inputs: [take('xoai', 10)], handTo: 'stranger' })
  await correctStep(database.pool, {
    ...{ partyRef: 'grower', requestKey: 'fix-2', stepNo: wrong.stepNo, reason: 'Giao nhầm chỗ', replacement: null },
  })
  await recallLot(database.pool, { partyRef: 'grower', lotRef: 'xoai', reason: 'Dư lượng', advice: 'Trả lại' })
  expect(await waitingFor('stranger')).toMatchObject([{ lotRef: 'xoai', left: 10_000, recalled: true }])
})
