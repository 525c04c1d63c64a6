import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerParty } from '../identifiers/parties.ts'
import { entry, raw, take } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { type CorrectionInput, correctStep } from './corrections.ts'
import { lotPage } from './lot-book.ts'
import type { StepInput } from './step-input.ts'
import { recordStep } from './steps.ts'

const ME = 'producer-1'
const REASON = 'Đọc nhầm cân, thiếu một bao'
let database: OwnDatabase
let fixes = 0

beforeAll(async () => {
  database = await ownDatabase()
  await registerParty(database.pool, ME)
})
afterAll(() => database.drop())

const record = (changes: Partial<StepInput>) => recordStep(database.pool, entry({ partyRef: ME, ...changes }))
const harvested = (ref: string, kilograms: number, changes: Partial<StepInput> = {}) =>
  entry({ partyRef: ME, step: 'harvesting', outputs: [raw(ref, kilograms)], recordedBy: 'member-1', ...changes })
const correct = (stepNo: string, changes: Partial<CorrectionInput>) =>
  correctStep(database.pool, {
    ...{ partyRef: ME, requestKey: `fix-${++fixes}`, stepNo, reason: REASON, replacement: null },
    ...changes,
  })
async function pageOf(ref: string) {
  const page = await lotPage(database.pool, ME, ref)
  if (!page) throw new Error(`no lot ${ref}`)
  return page
}

it('a struck entry stays on the page of the lot it made, with reason, time, who struck it and what replaced it', async () => {
  const first = await record(harvested('sen-1', 30))
  const second = await correct(first.stepNo, { replacement: harvested('sen-1', 33), recordedBy: 'member-2' })
  const third = await correct(second.replacement?.stepNo ?? '', { replacement: harvested('sen-1', 34) })
  const { entries } = await pageOf('sen-1')
  expect(entries.map((each) => [each.stepNo, each.part, each.void])).toEqual([
    [
      first.stepNo,
      'made',
      { at: second.voidedAt, reason: REASON, by: 'member-2', replacedBy: second.replacement?.stepNo },
    ],
    [
      second.replacement?.stepNo,
      'made',
      // Nobody was named: who wrote the new entry struck the old one.
      { at: third.voidedAt, reason: REASON, by: 'member-1', replacedBy: third.replacement?.stepNo },
    ],
    [third.replacement?.stepNo, 'made', null],
  ])
  expect(entries.map((each) => each.entry.outputs[0]?.amount?.value)).toEqual([30, 33, 34])
})

it('a struck entry counts for no balance, and is no step back or forward', async () => {
  await record(harvested('sen-2', 100))
  const drying = (taken: number, out: number) =>
    entry({
      ...{ partyRef: ME, step: 'drying', inputs: [take('sen-2', taken)] },
      outputs: [raw('kho-2', out, { kind: 'intermediate' })],
    })
  const wrong = await record(drying(90, 40))
  const corrected = await correct(wrong.stepNo, { replacement: drying(60, 15) })
  const [source, made] = [await pageOf('sen-2'), await pageOf('kho-2')]
  expect([source.lot.left, made.lot.amount, made.lot.left]).toEqual([40_000, 15_000, 15_000])
  expect(source.forward.map(({ yield: share }) => share)).toEqual([0.25])
  expect(made.back.map(({ yield: share }) => share)).toEqual([0.25])
  const struck = (page: typeof source) => page.entries.map((each) => [each.part, each.void?.replacedBy ?? null])
  const inPlace = corrected.replacement?.stepNo
  expect(struck(source)).toEqual([
    ['made', null],
    ['took', inPlace],
    ['took', null],
  ])
  expect(struck(made)).toEqual([
    ['made', inPlace],
    ['made', null],
  ])
})

it('an entry that was struck with nothing in its place names who struck it, and no replacement', async () => {
  await record(harvested('sen-3', 5))
  const sold = await record({ step: 'selling', inputs: [take('sen-3', 2)] })
  const { voidedAt } = await correct(sold.stepNo, { recordedBy: 'member-2' })
  const { lot, entries } = await pageOf('sen-3')
  expect(entries.at(-1)?.void).toEqual({ at: voidedAt, reason: REASON, by: 'member-2', replacedBy: null })
  expect(lot.left).toBe(5_000)
})

it('a struck entry does not appear on a lot that only its replacement makes', async () => {
  const wrong = await record(harvested('sen-4', 10))
  await correct(wrong.stepNo, { replacement: harvested('sen-5', 10) })
  const entriesOf = async (ref: string) => (await pageOf(ref)).entries.map((each) => each.void !== null)
  expect([await entriesOf('sen-4'), await entriesOf('sen-5')]).toEqual([[true], [false]])
})

it('a correction sent again by somebody else of the party is the same correction', async () => {
  const wrong = await record(harvested('sen-6', 10))
  const same = { requestKey: 'fix-twice', recordedBy: 'member-1' }
  const first = await correct(wrong.stepNo, same)
  expect(await correct(wrong.stepNo, { ...same, recordedBy: 'member-2' })).toEqual(first)
})
