import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerParty } from '../identifiers/parties.ts'
import { createLabelBatch } from '../labels/label-batches.ts'
import { storePassport } from '../passports/passports.ts'
import { lineage, neighboursOf } from '../storage/genealogy.ts'
import { findLot, lotTrace } from '../storage/lots.ts'
import { entry, packed, raw, take } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { sampleArea, samplePassport } from '../testing/samples.ts'
import { type CorrectionInput, correctStep } from './corrections.ts'
import { liftRecall, recallLot, recallSourceArea } from './recalls.ts'
import { upsertSourceArea } from './source-areas.ts'
import type { StepInput } from './step-input.ts'
import { StepRefusal } from './step-refusal.ts'
import { recordStep } from './steps.ts'

let database: OwnDatabase
let db: Pool
let parties = 0
let me = ''
let other = ''
let meNo = 0

beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
})
afterAll(() => database.drop())
beforeEach(async () => {
  me = `producer-${++parties}`
  other = `other-${parties}`
  meNo = (await registerParty(db, me)).partyNo
  await registerParty(db, other)
  await upsertSourceArea(db, sampleArea({ partyRef: me, productRefs: [] }))
})

const day = (n: number, hour = 1): string => new Date(Date.UTC(2026, 9, n, hour)).toISOString()
const record = (changes: Partial<StepInput>) => recordStep(db, entry({ partyRef: me, ...changes }))
const harvest = (ref: string, kilograms: number | null, n = 1) =>
  record({
    step: 'harvesting',
    happenedAt: day(n),
    outputs: [raw(ref, kilograms)],
    sourceAreaRefs: ['area-1'],
  })
const refusal = async (work: Promise<unknown>): Promise<StepRefusal> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StepRefusal)) throw new Error(`not refused: ${JSON.stringify(error)} ${String(error)}`)
  return error
}
const lotNoOf = async (ref: string, partyNo = meNo): Promise<string> => {
  const client = await db.connect()
  try {
    return (await findLot(client, partyNo, ref))?.lotNo ?? ''
  } finally {
    client.release()
  }
}
const viewOf = async (ref: string) => (await lotTrace(db, 'none', meNo, await lotNoOf(ref)))?.body
const leftOf = async (ref: string): Promise<number> => {
  const { rows } = await db.query<{ left: string }>(
    `select l.amount - coalesce((select sum(u.amount) from trace.lot_use u where u.party_no = l.party_no
        and u.lot_no = l.lot_no and u.counted and not u.void), 0) as left
       from trace.lot l where l.party_no = $1 and l.lot_ref = $2`,
    [meNo, ref],
  )
  return Number(rows[0]?.left)
}

/** Fresh seeds 800 kg → dried 200 kg → 990 boxes of 200 g. */
async function threeSteps(): Promise<{ dried: string; boxes: string }> {
  await harvest('tuoi', 800)
  const dried = await record({
    step: 'drying',
    happenedAt: day(3),
    inputs: [take('tuoi')],
    outputs: [raw('kho', 200, { kind: 'intermediate', material: 'Hạt sen khô' })],
  })
  const boxes = await record({
    step: 'packing',
    happenedAt: day(5),
    inputs: [take('kho')],
    outputs: [packed('hop', 990)],
  })
  return { dried: dried.stepNo, boxes: boxes.stepNo }
}

describe('one step back, one step forward (TT 02/2024)', () => {
  it('is one query from any lot', async () => {
    await threeSteps()
    const { back, forward } = await neighboursOf(db, { partyNo: meNo, lotNo: await lotNoOf('kho') })
    expect(back.map((edge) => [edge.from.lotNo, edge.step])).toEqual([[await lotNoOf('tuoi'), 'drying']])
    expect(forward.map((edge) => [edge.to?.lotNo, edge.step])).toEqual([[await lotNoOf('hop'), 'packing']])
  })

  it('shows on the packed lot all it was made of, its areas and its journey', async () => {
    await threeSteps()
    const view = await viewOf('hop')
    expect(view?.journey.map((step) => [step.step, step.lot ?? null, step.quantity])).toEqual([
      ['harvesting', 'TUOI', { value: 800, unit: 'kg' }],
      ['drying', 'KHO', { value: 200, unit: 'kg' }],
      ['packing', null, { value: 990, unit: 'hộp' }],
    ])
    expect(view?.sourceAreas.map((area) => area.ref)).toEqual(['area-1'])
    expect(view?.genealogy?.lots.map((lot) => lot.lotCode).sort()).toEqual(['HOP', 'KHO', 'TUOI'])
    expect(view?.genealogy?.steps.map((step) => [step.step, step.yield])).toEqual([
      ['drying', 0.25],
      ['packing', 0.99],
    ])
  })

  it('crosses from one producer to another when goods are handed over', async () => {
    await harvest('tuoi', 800)
    const theirs = (changes: Partial<StepInput>) => recordStep(db, entry({ partyRef: other, ...changes }))
    const receive = (kilograms: number | null) =>
      theirs({
        step: 'receiving',
        happenedAt: day(4),
        inputs: [take('tuoi', kilograms, me)],
        outputs: [raw('nhap', kilograms)],
      })
    expect((await refusal(receive(300))).code).toBe('not_handed_over')
    await record({ step: 'shipping', happenedAt: day(3), inputs: [take('tuoi', 300)], handTo: other })
    expect((await refusal(receive(301 * 1.03))).code).toBe('lot_used_up')
    await receive(300)
    const more = theirs({ happenedAt: day(5), inputs: [take('tuoi', 1, me)], outputs: [raw('nhap-2', 1)] })
    expect((await refusal(more)).code).toBe('not_handed_over')
    expect(await leftOf('tuoi')).toBe(500_000)
    const { back } = await neighboursOf(db, {
      partyNo: (await registerParty(db, other)).partyNo,
      lotNo: await lotNoOf('nhap', (await registerParty(db, other)).partyNo),
    })
    expect(back.map((edge) => edge.from)).toEqual([{ partyNo: meNo, lotNo: await lotNoOf('tuoi') }])
  })

  it('splits and merges', async () => {
    await harvest('a', 100)
    await harvest('b', 50)
    await record({
      step: 'splitting',
      happenedAt: day(2),
      inputs: [take('a')],
      outputs: [raw('a1', 60), raw('a2', 40)],
    })
    await record({ step: 'mixing', happenedAt: day(3), inputs: [take('a2'), take('b')], outputs: [raw('m', 90)] })
    const lots = async (ref: string) =>
      (await lineage(db, [{ partyNo: meNo, lotNo: await lotNoOf(ref) }], 'back')).map((edge) => edge.from.lotNo)
    expect(new Set(await lots('m'))).toEqual(new Set([await lotNoOf('a2'), await lotNoOf('b'), await lotNoOf('a')]))
    expect(new Set(await lots('a1'))).toEqual(new Set([await lotNoOf('a')]))
  })
})

describe('mass balance', () => {
  it('refuses more out than in, and more than a lot has left', async () => {
    await harvest('tuoi', 800)
    const dry = (out: number, taken: number | null = null) =>
      record({ step: 'drying', happenedAt: day(2), inputs: [take('tuoi', taken)], outputs: [raw(`kho-${out}`, out)] })
    const more = await refusal(dry(900))
    expect([more.code, more.details]).toEqual(['more_out_than_in', { in: 800_000, out: 900_000, measure: 'g' }])
    await dry(100, 500)
    const left = await refusal(dry(10, 400))
    expect([left.code, left.details.left, left.details.asked]).toEqual(['lot_used_up', 300_000, 400_000])
    expect(await leftOf('tuoi')).toBe(300_000)
  })

  it('holds when ten phones take from one lot at once', async () => {
    await harvest('tuoi', 100)
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        record({ step: 'drying', happenedAt: day(2), inputs: [take('tuoi', 30)], outputs: [raw(`kho-${i}`, 8)] }),
      ),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3)
    expect(await leftOf('tuoi')).toBe(10_000)
  })

  it('says so when something was not weighed, and goes on', async () => {
    await harvest('tuoi', null)
    const step = await record({ step: 'drying', happenedAt: day(2), inputs: [take('tuoi')], outputs: [raw('kho', 5)] })
    expect(step.warnings.map((warning) => warning.code)).toEqual(['unknown_balance'])
  })

  it('warns of a source area whose certificate was over on that day', async () => {
    await upsertSourceArea(
      db,
      sampleArea({
        partyRef: me,
        productRefs: [],
        certificates: [
          { name: 'VietGAP', number: '1', issuer: null, validTo: '2026-09-30', confidence: 'self_declared' },
        ],
      }),
    )
    expect((await harvest('tuoi', 5)).warnings).toEqual([
      { code: 'certificate_expired', details: { name: 'VietGAP', validTo: '2026-09-30' } },
    ])
  })
})

describe('cycles and time travel', () => {
  it('refuses a step that makes a lot that is there already', async () => {
    await harvest('tuoi', 800)
    expect(
      (await refusal(record({ happenedAt: day(2), inputs: [take('tuoi', 10)], outputs: [raw('tuoi', 10)] }))).code,
    ).toBe('lot_exists')
    expect(await leftOf('tuoi')).toBe(800_000)
  })

  it('refuses to use a lot before it came to be, and a step in the future', async () => {
    await harvest('tuoi', 800, 5)
    const early = await refusal(record({ happenedAt: day(4), inputs: [take('tuoi')], outputs: [raw('x', 1)] }))
    expect(early.code).toBe('lot_not_there_yet')
    const future = new Date(Date.now() + 3_600_000).toISOString()
    expect((await refusal(record({ happenedAt: future, outputs: [raw('y', 1)] }))).code).toBe('in_the_future')
  })

  it('corrects the time of a phone whose clock is wrong, and records by how much', async () => {
    const ahead = 5 * 3_600_000
    const wrong = (at: number): string => new Date(at + ahead).toISOString()
    const happened = Date.now() - 60_000
    const step = await record({ happenedAt: wrong(happened), deviceNow: wrong(Date.now()), outputs: [raw('x', 1)] })
    expect(Math.abs(new Date(step.happenedAt).getTime() - happened)).toBeLessThan(2_000)
    expect(step.warnings).toEqual([{ code: 'clock_corrected', details: { seconds: expect.any(Number) } }])
    const { rows } = await db.query('select clock_skew_ms from trace.lot_step where party_no = $1', [meNo])
    expect(Math.abs(rows[0].clock_skew_ms - ahead)).toBeLessThan(2_000)
  })

  it('refuses a correction that would make a lot its own ancestor', async () => {
    await harvest('a', 100)
    const first = await record({ happenedAt: day(2), inputs: [take('a')], outputs: [raw('b', 90)] })
    await record({ happenedAt: day(2), inputs: [take('b')], outputs: [raw('c', 80)] })
    const replacement = entry({ partyRef: me, happenedAt: day(2), inputs: [take('c')], outputs: [raw('b', 80)] })
    expect((await refusal(correct(first.stepNo, { replacement, reason: 'Ghi nhầm lô nguồn' }))).code).toBe('cycle')
    expect(await leftOf('a')).toBe(0)
  })
})

const correct = (stepNo: string, changes: Partial<CorrectionInput>) =>
  correctStep(db, {
    partyRef: me,
    requestKey: `fix-${stepNo}-${Math.random()}`,
    stepNo,
    reason: null,
    replacement: null,
    ...changes,
  })

describe('the same entry twice', () => {
  it('is stored once, also when both arrive together', async () => {
    const same = entry({ partyRef: me, step: 'harvesting', happenedAt: day(1), outputs: [raw('tuoi', 800)] })
    const answers = await Promise.all([recordStep(db, same), recordStep(db, same), recordStep(db, same)])
    expect(new Set(answers.map((answer) => answer.stepNo)).size).toBe(1)
    const { rows } = await db.query('select count(*)::int as n from trace.event where party_no = $1', [meNo])
    expect(rows[0].n).toBe(1)
    await expect(recordStep(db, { ...same, note: 'khác' })).rejects.toThrow(/used for another entry/)
  })

  it('leaves nothing behind when it is refused', async () => {
    await harvest('tuoi', 1)
    const wrong = entry({ partyRef: me, happenedAt: day(2), inputs: [take('tuoi')], outputs: [raw('kho', 9)] })
    await refusal(recordStep(db, wrong))
    const right = await recordStep(db, { ...wrong, outputs: [raw('kho', 1)] })
    expect(right.balance).toMatchObject({ kind: 'balanced', yield: 1 })
  })
})

describe('corrections', () => {
  it('take an entry back: the goods are there again, the made lot is off the book, the event has an error declaration', async () => {
    await harvest('tuoi', 800)
    const dried = await record({ happenedAt: day(2), inputs: [take('tuoi')], outputs: [raw('kho', 200)] })
    await correct(dried.stepNo, {})
    expect(await leftOf('tuoi')).toBe(800_000)
    expect((await refusal(record({ happenedAt: day(3), inputs: [take('kho')], outputs: [raw('z', 1)] }))).code).toBe(
      'lot_withdrawn',
    )
    const { rows } = await db.query(
      `select body->'errorDeclaration'->>'reason' as reason, body->>'eventID' as id from trace.event
        where party_no = $1 and body ? 'errorDeclaration'`,
      [meNo],
    )
    expect(rows).toEqual([
      { reason: 'did_not_occur', id: expect.stringMatching(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/) },
    ])
    expect((await refusal(correct(dried.stepNo, {}))).code).toBe('step_void')
  })

  it('replace an entry that later steps rest on, as long as they still hold', async () => {
    const { dried } = await threeSteps()
    const replacement = (kilograms: number) =>
      entry({
        partyRef: me,
        step: 'drying',
        happenedAt: day(3),
        inputs: [take('tuoi')],
        outputs: [raw('kho', kilograms, { kind: 'intermediate' })],
      })
    const locked = await refusal(correct(dried, { replacement: replacement(210) }))
    expect([locked.code, locked.details.lock]).toEqual(['reason_needed', 'later_steps'])
    const reason = 'Cân lại thấy 210 kg'
    expect((await refusal(correct(dried, { reason, replacement: replacement(150) }))).code).toBe('lot_used_up')
    expect((await refusal(correct(dried, { reason }))).code).toBe('later_steps')
    await correct(dried, { reason, replacement: replacement(210) })
    expect((await viewOf('hop'))?.genealogy?.steps[0]).toMatchObject({ step: 'drying', yield: 210 / 800 })
    const { rows } = await db.query(
      `select body->'errorDeclaration' as declared from trace.event where party_no = $1 and body ? 'errorDeclaration'`,
      [meNo],
    )
    expect(rows[0].declared).toMatchObject({ reason: 'incorrect_data', correctiveEventIDs: [expect.any(String)] })
  })

  it.each([300, null])(
    'never take back goods that their receiver has taken in (%s kg); once it struck its entry, they do',
    async (kilograms) => {
      await harvest('tuoi', kilograms === null ? null : 800)
      const sent = await record({
        step: 'shipping',
        happenedAt: day(3),
        inputs: [take('tuoi', kilograms)],
        handTo: other,
      })
      const taken = await recordStep(
        db,
        entry({
          ...{ partyRef: other, step: 'receiving', happenedAt: day(4) },
          ...{ inputs: [take('tuoi', kilograms, me)], outputs: [raw('nhap', kilograms)] },
        }),
      )
      const reason = 'Giao nhầm người nhận'
      const refused = await refusal(correct(sent.stepNo, { reason }))
      expect([refused.code, refused.details]).toEqual(['handed_on', { lot: 'TUOI' }])
      await correct(taken.stepNo, { partyRef: other, reason: 'Nhận nhầm hàng' })
      await correct(sent.stepNo, { reason })
      if (kilograms !== null) expect(await leftOf('tuoi')).toBe(800_000)
    },
  )

  it('and its receiver at once: either the goods are taken in or the entry is struck, never both', async () => {
    for (let i = 0; i < 12; i++) {
      await harvest(`tuoi-${i}`, 800)
      const inputs = [take(`tuoi-${i}`, 300)]
      const sent = await record({ step: 'shipping', happenedAt: day(3), inputs, handTo: other })
      const receive = {
        ...{ partyRef: other, step: 'receiving' as const, happenedAt: day(4) },
        ...{ inputs: [take(`tuoi-${i}`, 300, me)], outputs: [raw(`nhap-${i}`, 300)] },
      }
      const outcomes = await Promise.allSettled([
        correct(sent.stepNo, { reason: 'Giao nhầm người nhận' }),
        recordStep(db, entry(receive)),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await leftOf(`tuoi-${i}`)).toBe(outcomes[0].status === 'fulfilled' ? 800_000 : 500_000)
    }
  })

  it('never take away a lot whose labels are printed', async () => {
    const { boxes } = await threeSteps()
    await storePassport(db, { messageId: `m-${me}`, partyRef: me, passport: samplePassport() })
    await createLabelBatch(db, {
      partyRef: me,
      productRef: 'product-1',
      lotRef: 'hop',
      size: 990,
      epoch: 0,
      requestKey: `labels-${me}`,
    })
    expect((await refusal(correct(boxes, { reason: 'Ghi nhầm ngày đóng gói' }))).code).toBe('labels_printed')
  })
})

describe('a recall', () => {
  it('of a raw lot reaches all that was made of it, its label batches and orders, and shows at once', async () => {
    await threeSteps()
    await storePassport(db, { messageId: `m-${me}`, partyRef: me, passport: samplePassport() })
    const batch = await createLabelBatch(db, {
      partyRef: me,
      productRef: 'product-1',
      lotRef: 'hop',
      size: 990,
      epoch: 0,
      requestKey: `labels-${me}`,
    })
    await record({ step: 'selling', happenedAt: day(6), inputs: [take('hop', 2)], orderRefs: ['order_1', 'order_2'] })
    const recalled = await recallLot(db, { partyRef: me, lotRef: 'tuoi', reason: 'Dư lượng thuốc', advice: 'Trả lại' })
    expect(recalled).toMatchObject({ lots: 3, labelBatches: [batch.batchNo] })
    const again = await recallLot(db, { partyRef: me, lotRef: 'tuoi', reason: 'khác', advice: 'khác' })
    expect([again.recallNo, again.recalledAt]).toEqual([recalled.recallNo, recalled.recalledAt])
    expect(recalled.orderRefs).toEqual(['order_1', 'order_2'])
    expect((await viewOf('hop'))?.recall).toMatchObject({ reason: 'Dư lượng thuốc', advice: 'Trả lại' })
    const use = (step: string, outputs: StepInput['outputs'] = []) =>
      record({ step, happenedAt: new Date().toISOString(), inputs: [take('hop', 1)], outputs })
    expect((await refusal(use('packing', [packed('x', 1)]))).code).toBe('lot_recalled')
    await use('destroying')
  })

  it('of a source area reaches all its lots, and those that are written down later', async () => {
    await threeSteps()
    await recallSourceArea(db, { partyRef: me, areaRef: 'area-1', reason: 'Lũ ô nhiễm', advice: 'Không dùng' })
    expect((await viewOf('hop'))?.status).toBe('recalled')
    await harvest('sau', 10, 7)
    expect((await viewOf('sau'))?.recall?.reason).toBe('Lũ ô nhiễm')
  })

  it('reaches what was made before it and is synced after it', async () => {
    await harvest('tuoi', 100)
    await recallLot(db, { partyRef: me, lotRef: 'tuoi', reason: 'Dư lượng', advice: 'Trả lại' })
    await record({ step: 'drying', happenedAt: day(2), inputs: [take('tuoi')], outputs: [raw('kho', 20)] })
    expect((await viewOf('kho'))?.status).toBe('recalled')
  })

  it('misses no lot that is being made at the same moment', async () => {
    await harvest('tuoi', 100)
    await Promise.all([
      recallLot(db, { partyRef: me, lotRef: 'tuoi', reason: 'Dư lượng', advice: 'Trả lại' }),
      ...Array.from({ length: 8 }, (_, i) =>
        record({ step: 'drying', happenedAt: day(2), inputs: [take('tuoi', 5)], outputs: [raw(`kho-${i}`, 1)] }),
      ),
    ])
    for (let i = 0; i < 8; i++) expect((await viewOf(`kho-${i}`))?.status).toBe('recalled')
  })

  it('is lifted with a reason; lots that another recall reaches stay recalled', async () => {
    await threeSteps()
    const first = await recallLot(db, { partyRef: me, lotRef: 'tuoi', reason: 'Nghi ngờ', advice: 'Trả lại' })
    await recallLot(db, { partyRef: me, lotRef: 'hop', reason: 'Hộp hở', advice: 'Đổi hộp' })
    await expect(liftRecall(db, { partyRef: me, recallNo: first.recallNo, reason: 'ổn' })).rejects.toThrow(
      /10 characters/,
    )
    await liftRecall(db, { partyRef: me, recallNo: first.recallNo, reason: 'Kết quả kiểm nghiệm đạt' })
    expect((await viewOf('kho'))?.recall).toBeNull()
    expect((await viewOf('hop'))?.recall?.reason).toBe('Hộp hở')
  })
})

describe('any journal', () => {
  it('neither makes goods nor loses a recall: random steps agree with a simple model', async () => {
    const action = fc.record({
      kind: fc.constantFrom('harvest', 'process', 'split', 'sell', 'recall'),
      pick: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
      amount: fc.integer({ min: 1, max: 60 }),
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
        const party = `model-${parties}-${run++}`
        const { partyNo } = await registerParty(db, party)
        const model = new Map<string, { left: number; parents: string[]; recalled: boolean }>()
        const names = (): string[] => [...model.keys()]
        let clock = 0
        for (const { kind, pick, amount } of actions) {
          const happenedAt = new Date(Date.UTC(2026, 0, 1) + clock++ * 60_000).toISOString()
          const from = [...new Set(pick.map((n) => names()[n % Math.max(1, model.size)]))].filter(
            (n) => n !== undefined,
          )
          const ref = `l${model.size}`
          if (kind === 'harvest' || from.length === 0) {
            await recordStep(db, entry({ partyRef: party, happenedAt, outputs: [raw(ref, amount)] }))
            model.set(ref, { left: amount * 1000, parents: [], recalled: false })
            continue
          }
          if (kind === 'recall') {
            await recallLot(db, { partyRef: party, lotRef: from[0] ?? '', reason: 'x', advice: 'y' })
            const reached = new Set([from[0] ?? ''])
            for (const [name, lot] of model) if (lot.parents.some((parent) => reached.has(parent))) reached.add(name)
            for (const name of reached) (model.get(name) ?? { recalled: false }).recalled = true
            continue
          }
          const outputs =
            kind === 'sell'
              ? []
              : kind === 'split'
                ? [raw(ref, amount / 2), raw(`${ref}b`, amount / 2)]
                : [raw(ref, amount)]
          const takes = amount * 1000
          const wanted = entry({ partyRef: party, happenedAt, inputs: from.map((name) => take(name, amount)), outputs })
          const enough = from.every((name) => takes <= (model.get(name)?.left ?? 0) * 1.02)
          const recorded = await recordStep(db, wanted).then(
            () => true,
            (error: unknown) => {
              if (error instanceof StepRefusal) return false
              throw error
            },
          )
          // 2 % more than is left is a scale's difference, and what then comes out may be a little more than was there.
          const given = from.reduce((sum, name) => sum + Math.min(takes, model.get(name)?.left ?? 0), 0)
          const made = outputs.reduce((sum, output) => sum + (output.amount?.value ?? 0) * 1000, 0)
          expect(recorded).toBe(enough && (outputs.length === 0 || made <= given * 1.02))
          if (!recorded) continue
          for (const name of from) {
            const lot = model.get(name)
            if (lot) lot.left -= Math.min(takes, lot.left)
          }
          const recalled = from.some((name) => model.get(name)?.recalled)
          for (const output of outputs) {
            model.set(output.ref, { left: (output.amount?.value ?? 0) * 1000, parents: from, recalled })
          }
        }
        const { rows } = await db.query<{ lot_ref: string; left: string; recalled: boolean }>(
          `select l.lot_ref, l.recalled_at is not null as recalled,
                  l.amount - coalesce((select sum(u.amount) from trace.lot_use u where u.party_no = l.party_no
                     and u.lot_no = l.lot_no and u.counted and not u.void), 0) as left
             from trace.lot l where l.party_no = $1`,
          [partyNo],
        )
        const stored = new Map(rows.map((row) => [row.lot_ref, [Number(row.left), row.recalled]]))
        expect(stored).toEqual(new Map([...model].map(([name, lot]) => [name, [lot.left, lot.recalled]])))
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
