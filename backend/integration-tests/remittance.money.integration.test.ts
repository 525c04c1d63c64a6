import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import fc from 'fast-check'
import { loadSource } from './load-source'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { takeStatement, checkStatement } = loadSource<typeof import('../src/bank-transfer/take-statement')>(
  './src/bank-transfer/take-statement',
)
const { settleLine, FOUR_EYES_ABOVE } = loadSource<typeof import('../src/bank-transfer/match-line')>(
  './src/bank-transfer/match-line',
)
const { newContentCode } = loadSource<typeof import('../src/bank-transfer/content-code')>(
  './src/bank-transfer/content-code',
)
const { readTransfer } = loadSource<typeof import('../src/bank-transfer/transfer-view')>(
  './src/bank-transfer/transfer-view',
)
const { takeCarrierFile } = loadSource<typeof import('../src/carriers/take-carrier-file')>(
  './src/carriers/take-carrier-file',
)
const { closeLine, noteRemittance } = loadSource<typeof import('../src/carriers/settle-carrier-lines')>(
  './src/carriers/settle-carrier-lines',
)
const { recordCodDelivered, recordCodRefused } =
  loadSource<typeof import('../src/carriers/record-cod')>('./src/carriers/record-cod')
const { CARRIERS } = loadSource<typeof import('../src/parcels/move-parcel')>('./src/parcels/move-parcel')
const { freezeTerms } = loadSource<typeof import('../src/settlement/freeze-terms')>('./src/settlement/freeze-terms')
const { signOrderLink } = loadSource<typeof import('../src/orders/order-link')>('./src/orders/order-link')

const ACCOUNT = { bin: '970436', number: '0123456789', name: 'SAO LANG', sample: false }
const DAY = vietnamDay(new Date()).split('-').reverse().join('/')

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  let container: MedusaContainer
  let admin = ''
  let number = 0

  beforeAll(async () => {
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })
  beforeEach(() => {
    container = getContainer()
  })

  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(container, (sql) => sql.query<Row>(text, values))
  /** What we have in an account: debits less credits. */
  const held = async (account: string) => {
    const [row] = await rows<{ held: string }>(
      `SELECT (coalesce(sum(amount) FILTER (WHERE debit = ?), 0) - coalesce(sum(amount) FILTER (WHERE credit = ?), 0))::text AS held
       FROM ledger_entry`,
      [account, account],
    )
    return Number(row?.held)
  }

  async function makeGroup(total: number, method: 'bank_transfer' | 'cod' = 'bank_transfer', state?: string) {
    number += 1
    const id = `ogrp_${number}`
    const groupState = state ?? (method === 'cod' ? 'placed' : 'awaiting_payment')
    const displayNo = `SL-2611-${String(number).padStart(6, '0')}`
    const orderId = `order_${number}`
    await inTransaction(container, async (sql) => {
      await sql.query(
        `INSERT INTO order_group (id, display_no, cart_id, phone, buyer_hash, method, state, total, expires_at, placed_at, order_ids)
         VALUES (?, ?, ?, '0912345678', 'x', ?, ?, ?, CASE WHEN ? = 'awaiting_payment' THEN now() + interval '1 day' END, now(), '{}')`,
        [id, displayNo, `cart_${number}`, method, groupState, total, groupState],
      )
      await sql.query(
        `INSERT INTO seller_order (order_id, group_id, position, producer_id, delivery_method, goods, discount, shipping, total, state)
         VALUES (?, ?, 1, 'producer_1', 'flat', ?, 0, 0, ?, ?)`,
        [orderId, id, total, total, method === 'cod' ? 'shipped' : 'awaiting_payment'],
      )
      await freezeTerms(sql, {
        groupId: id,
        at: new Date(),
        orders: [
          {
            orderId,
            producerId: 'producer_1',
            legalForm: 'cooperative',
            centreId: null,
            shipping: 0,
            lines: [
              { lineId: `${orderId}_l`, productId: 'p', sector: 'food', quantity: 1, goods: total, discounts: [] },
            ],
          },
        ],
      })
    })
    return { id, displayNo, orderId, total }
  }
  async function makeParcel(group: { id: string; orderId: string }, trackingNo: string, cod: number, no = 1) {
    const id = `pcl_${trackingNo}`
    await rows(
      `INSERT INTO parcel (id, key, order_id, group_id, producer_id, no, state, packed_by, packed_at, shipped_at, carrier, tracking_no, cod_amount)
       VALUES (?, ?, ?, ?, 'producer_1', ?, 'shipped', 'x', now(), now(), 'ghn', ?, ?)`,
      [id, id, group.orderId, group.id, no, trackingNo, cod],
    )
    return id
  }
  const statement = (lines: readonly (readonly [content: string, amount: number, reference: string])[]) =>
    new TextEncoder().encode(
      ['Ngày giao dịch;Số tiền ghi nợ;Số tiền ghi có;Nội dung;Số tham chiếu']
        .concat(lines.map(([content, amount, reference]) => `${DAY};;${amount};${content};${reference}`))
        .join('\n'),
    )
  const take = (bytes: Uint8Array, name = 'sao-ke.csv') => takeStatement(container, { name, bytes, by: 'user_1' })
  const lineStates = async () =>
    (await rows<{ state: string }>('SELECT state FROM bank_line ORDER BY at, bank_reference')).map(({ state }) => state)
  const groupState = async (id: string) =>
    (await rows<{ state: string }>('SELECT state FROM order_group WHERE id = ?', [id]))[0]?.state
  const codeOf = async (id: string) => (await readTransfer(container, ACCOUNT, id)).content

  it('gives a group one code however often and however many at once it is asked', async () => {
    const group = await makeGroup(320_000)
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(group.id)))
    expect(new Set(codes).size).toBe(1)
    expect(await rows('SELECT 1 FROM payment_attempt')).toHaveLength(1)
    await expect(readTransfer(container, null, group.id)).rejects.toMatchObject({ code: 'payment_method_off' })
    const cod = await makeGroup(1_000, 'cod')
    await expect(codeOf(cod.id)).rejects.toMatchObject({ code: 'payment_method_off' })
    const expired = await makeGroup(1_000, 'bank_transfer', 'expired')
    await expect(codeOf(expired.id)).rejects.toMatchObject({ code: 'payment_not_awaited' })
  })

  it('shows how to pay to the holder of the group’s token alone', async () => {
    const group = await makeGroup(320_000)
    const url = `/store/order-groups/${group.id}/transfer`
    const [key] = await rows<{ token: string }>(`SELECT token FROM api_key WHERE type = 'publishable' LIMIT 1`)
    const headers = { 'x-publishable-api-key': key?.token ?? '' }
    const token = signOrderLink(group.id, process.env.ORDER_LINK_SECRET ?? '', new Date())
    const other = signOrderLink('ogrp_other', process.env.ORDER_LINK_SECRET ?? '', new Date())
    const asked = async (more: Record<string, string>) =>
      (await call('GET', url, { headers: { ...headers, ...more } })).status
    if (key) {
      expect(await asked({})).toBe(401)
      expect(await asked({ 'x-order-token': other })).toBe(403)
      // No account is set in the suites.
      expect(await asked({ 'x-order-token': token })).toBe(409)
    }
  })

  it('a line that names a group pays it once: the same file, and one that overlaps, change nothing', async () => {
    const group = await makeGroup(320_000)
    const code = await codeOf(group.id)
    const first = statement([[`MBVCB.1.${code}.CT tu NGUYEN VAN A`, 320_000, 'R1']])
    const check = await checkStatement(container, 'a.csv', first)
    expect(check).toMatchObject({ lines: 1, newLines: 1, named: 1, known: false, faults: [] })
    expect(await rows('SELECT 1 FROM bank_file')).toEqual([])

    expect(await take(first)).toMatchObject({ taken: true, newLines: 1 })
    expect(await groupState(group.id)).toBe('placed')
    expect(await take(first)).toMatchObject({ taken: false, newLines: 0 })
    const overlapping = statement([
      ['tien khac', 5_000, 'R0'],
      [`MBVCB.1.${code}.CT  tu nguyen van a`, 320_000, 'R1'],
    ])
    expect(await take(overlapping)).toMatchObject({ taken: true, newLines: 1 })
    expect(await rows('SELECT 1 FROM payment_receipt')).toHaveLength(1)
    expect(await held('bank:main')).toBe(325_000)
    expect(await held(`advance:${group.orderId}`)).toBe(-320_000)
  })

  it('100 uploads of one file at once are one taking over', async () => {
    const group = await makeGroup(320_000)
    const bytes = statement([
      [await codeOf(group.id), 320_000, 'R1'],
      ['khong ro', 7_000, 'R2'],
    ])
    const taken = await Promise.all(Array.from({ length: 100 }, () => take(bytes)))
    expect(taken.filter((each) => each.taken)).toHaveLength(1)
    expect(new Set(taken.map(({ fileId }) => fileId)).size).toBe(1)
    expect(await rows('SELECT 1 FROM bank_line')).toHaveLength(2)
    expect(await rows('SELECT 1 FROM payment_receipt')).toHaveLength(1)
    expect(await held('bank:main')).toBe(327_000)
  })

  it('late, twice paid and wrong amounts each end as they must, and every đồng is booked', async () => {
    const [late, twice, wrong] = [await makeGroup(100_000), await makeGroup(200_000), await makeGroup(300_000)]
    const codes = [await codeOf(late.id), await codeOf(twice.id), await codeOf(wrong.id)]
    await rows(`UPDATE order_group SET state = 'expired' WHERE id = ?`, [late.id])
    await take(
      statement([
        [codes[0] ?? '', 100_000, 'R1'],
        [codes[1] ?? '', 200_000, 'R2'],
        [codes[1] ?? '', 200_000, 'R3'],
        [codes[2] ?? '', 299_000, 'R4'],
        [`${codes[1]} ${codes[2]}`, 1_000, 'R5'],
        [`${newContentCode()}`, 2_000, 'R6'],
        [`tt don ${wrong.displayNo}`, 300_000, 'R7'],
      ]),
    )
    expect((await lineStates()).sort()).toEqual(
      ['late', 'applied', 'duplicate', 'wrong_amount', 'unmatched', 'unmatched', 'applied'].sort(),
    )
    expect(await held('bank:main')).toBe(1_102_000)
    // Late and duplicate money is asked back; the wrong amount waits for a person.
    expect(await rows('SELECT 1 FROM payment_refund')).toHaveLength(2)
    expect(await held(`unapplied:${wrong.id}`)).toBe(-299_000)

    const [line] = await rows<{ id: string }>(`SELECT id FROM bank_line WHERE state = 'wrong_amount'`)
    const refund = () => settleLine(container, line?.id ?? '', { action: 'refund', note: 'Chuyển thiếu' }, 'user_1')
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, refund))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await rows('SELECT 1 FROM payment_refund')).toHaveLength(3)
    expect(await held(`unapplied:${wrong.id}`)).toBe(0)
  })

  it('money that names nobody waits, and an operator gives it to an order, sends it back, or says it is not ours', async () => {
    const group = await makeGroup(320_000)
    await take(
      statement([
        ['nguyen van a chuyen tien', 320_000, 'R1'],
        ['tra nham', 50_000, 'R2'],
        ['GHN thanh toan COD', 90_000, 'R3'],
      ]),
    )
    const [first, second, third] = await rows<{ id: string }>('SELECT id FROM bank_line ORDER BY bank_reference')
    expect(await held(`unapplied:${first?.id}`)).toBe(-320_000)
    const decide = (id: string | undefined, body: object) =>
      call('POST', `/admin/bank-lines/${id}`, { token: admin, body })
    expect((await decide(first?.id, { action: 'match', groupNo: 'SL-2611-ZZZZZZ' })).status).toBe(422)
    expect((await decide(first?.id, { action: 'match' })).status).toBe(400)
    expect((await decide(second?.id, { action: 'returned', note: 'Trả lại' })).data.error.code).toBe(
      'bank_reference_required',
    )
    expect((await decide('bkl_none', { action: 'not_ours', note: 'Không rõ' })).status).toBe(404)
    const matched = await Promise.all(
      Array.from({ length: 8 }, () => decide(first?.id, { action: 'match', groupNo: group.displayNo })),
    )
    expect(matched.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await groupState(group.id)).toBe('placed')
    expect(await held(`unapplied:${first?.id}`)).toBe(0)
    expect((await decide(second?.id, { action: 'returned', reference: 'FT99', note: 'Trả lại' })).status).toBe(200)
    expect((await decide(third?.id, { action: 'not_ours', note: 'Tiền COD' })).status).toBe(200)
    expect(await held('bank:main')).toBe(320_000)
    expect((await decide(third?.id, { action: 'reopen' })).status).toBe(200)
    expect(await held('bank:main')).toBe(410_000)
    const { data } = await call('GET', '/admin/bank-lines?state=open', { token: admin })
    expect(data.lines).toMatchObject([{ content: 'GHN thanh toan COD', amount: 90_000, state: 'unmatched' }])
  })

  it('a large amount without a code is given to an order by two people', async () => {
    const group = await makeGroup(FOUR_EYES_ABOVE + 1)
    await take(statement([['khong noi dung', FOUR_EYES_ABOVE + 1, 'R1']]))
    const [line] = await rows<{ id: string }>('SELECT id FROM bank_line')
    const match = (by: string) =>
      settleLine(container, line?.id ?? '', { action: 'match', groupNo: group.displayNo }, by)
    expect(await match('user_1')).toBe('proposed')
    expect(await match('user_1')).toBe('proposed')
    expect(await groupState(group.id)).toBe('awaiting_payment')
    expect(await match('user_2')).toBe('done')
    expect(await groupState(group.id)).toBe('placed')
  })

  it('a malformed file is refused naming row and column, and nothing of it is taken', async () => {
    const group = await makeGroup(320_000)
    const good = new TextDecoder().decode(statement([[await codeOf(group.id), 320_000, 'R1']]))
    const upload = (text: string | Uint8Array<ArrayBuffer>, name = 'sao-ke.csv', path = '/admin/bank-files') => {
      const form = new FormData()
      form.set('file', new File([text], name))
      return call('POST', path, { token: admin, body: form })
    }
    const faulty = await upload(`${good}\n${DAY};;12,5x;abc;R2`)
    expect(faulty.status).toBe(422)
    expect(faulty.data.error.code).toBe('bank_file_faulty')
    expect(faulty.data.faults).toMatchObject([{ row: 3, column: 'Số tiền ghi có' }])
    for (const [content, name] of [
      ['Tên;Tuổi\na;1', 'a.csv'],
      ['', 'a.csv'],
      ['x', 'a.pdf'],
      ['PK\u0003\u0004', 'a.xlsx'],
      [good, 'a.xlsx'],
      ['\u0000\u0001', 'a.csv'],
    ] as const) {
      const { status } = await upload(content, name)
      expect([name, status]).toEqual([name, expect.toSatisfy((each: number) => each === 422 || each === 400)])
    }
    expect(await rows('SELECT 1 FROM bank_file')).toEqual([])
    expect(await rows('SELECT 1 FROM bank_line')).toEqual([])
    expect(await groupState(group.id)).toBe('awaiting_payment')
    expect((await upload(good)).status).toBe(201)
    expect((await upload(good)).status).toBe(200)
    expect((await upload(good, 'sao-ke.csv', '/admin/bank-files/check')).data.check).toMatchObject({
      known: true,
      newLines: 0,
    })
    expect(await groupState(group.id)).toBe('placed')
    for (const path of ['/admin/bank-files', '/admin/bank-lines', '/admin/carrier-files', '/admin/carrier-lines']) {
      expect((await call('GET', path)).status).toBe(401)
    }
  })

  it('whatever order, doubles and overlaps of files, the end is the same', async () => {
    const windows = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { minLength: 1, maxLength: 5 })
    let run = 0
    await fc.assert(
      fc.asyncProperty(windows, fc.boolean(), async (parts, together) => {
        run += 1
        const groups: Awaited<ReturnType<typeof makeGroup>>[] = []
        const lines: [string, number, string][] = [['khong ro', 777, `${run}R9`]]
        for (let at = 0; at < 6; at += 1) {
          const group = await makeGroup(10_000 * (at + 1))
          groups.push(group)
          lines.push([await codeOf(group.id), at === 5 ? group.total - 1 : group.total, `${run}R${at}`])
        }
        const before = await held('bank:main')
        const files = [...parts.map(([a, b]) => lines.slice(Math.min(a, b), Math.max(a, b) + 1)), lines].map(statement)
        if (together) await Promise.all(files.map((bytes) => take(bytes)))
        else for (const bytes of files) await take(bytes)
        const made = await rows<{ state: string }>(
          'SELECT state FROM bank_line WHERE bank_reference LIKE ? ORDER BY state',
          [`${run}R%`],
        )
        expect(made.map(({ state }) => state)).toEqual([...Array(5).fill('applied'), 'unmatched', 'wrong_amount'])
        expect(await held('bank:main')).toBe(before + lines.reduce((sum, [, amount]) => sum + amount, 0))
        for (const [at, { id }] of groups.entries()) {
          expect(await groupState(id)).toBe(at === 5 ? 'awaiting_payment' : 'placed')
        }
      }),
      { numRuns: 25 },
    )
  })

  describe('carriers', () => {
    const carrierFile = (lines: readonly (readonly [string, string, number, number | '', number | ''])[]) =>
      new TextEncoder().encode(
        ['Mã vận đơn;Trạng thái;Tiền thu hộ;Phí dịch vụ;Phí hoàn']
          .concat(lines.map((line) => line.join(';')))
          .join('\n'),
      )
    const takeFile = (bytes: Uint8Array, carrier = 'ghn') =>
      takeCarrierFile(container, { carrier, name: 'doi-soat.csv', bytes, by: 'user_1' })
    const problems = () =>
      rows<{ tracking_no: string; state: string; problem: string | null }>(
        'SELECT tracking_no, state, problem FROM carrier_line ORDER BY tracking_no, report',
      )
    const orderState = async (id: string) =>
      (await rows<{ state: string }>('SELECT state FROM seller_order WHERE order_id = ?', [id]))[0]?.state

    it('knows a carrier that sends statements by the code its parcels carry', async () => {
      const senders = (await rows<{ code: string }>('SELECT code FROM carrier')).map(({ code }) => code)
      expect(senders).toContain('viettel-post')
      expect(CARRIERS).toEqual(expect.arrayContaining(senders))
    })

    it('settles delivered, refused, short-paid and unknown parcels once, and keeps open what differs', async () => {
      const [good, short, refused] = [
        await makeGroup(300_000, 'cod'),
        await makeGroup(200_000, 'cod'),
        await makeGroup(100_000, 'cod'),
      ]
      await makeParcel(good, 'GHN001', 300_000)
      await makeParcel(short, 'GHN002', 200_000)
      const back = await makeParcel(refused, 'GHN003', 100_000)
      const bytes = carrierFile([
        ['GHN001', 'Giao thành công', 300_000, 25_000, ''],
        ['GHN002', 'Giao thành công', 150_000, 20_000, ''],
        ['GHN003', 'Đã hoàn', 0, 22_000, 11_000],
        ['GHN999', 'Giao thành công', 50_000, 5_000, ''],
        ['GHN004', 'Đang giao', 1, 1, ''],
      ])
      const taken = await Promise.all(Array.from({ length: 10 }, () => takeFile(bytes)))
      expect(taken.filter((each) => each.taken)).toHaveLength(1)
      expect(await problems()).toEqual([
        { tracking_no: 'GHN001', state: 'settled', problem: null },
        { tracking_no: 'GHN002', state: 'open', problem: 'short_paid' },
        { tracking_no: 'GHN003', state: 'settled', problem: null },
        { tracking_no: 'GHN999', state: 'open', problem: 'unknown_parcel' },
      ])
      expect(await Promise.all([good, short, refused].map(({ orderId }) => orderState(orderId)))).toEqual([
        'delivered',
        'delivered',
        'refused',
      ])
      // Collected in full by the books, less the freight of the three parcels.
      expect(await held('carrier:ghn')).toBe(500_000 - 25_000 - 20_000 - 33_000)
      expect(await held('seller:producer_1')).toBeLessThan(0)
      const told = await rows<{ kind: string }>('SELECT kind FROM dispatch_message ORDER BY kind')
      expect(told.map(({ kind }) => kind)).toEqual(['parcel_delivered', 'parcel_delivered', 'parcel_refused'])
      expect((await rows<{ state: string }>('SELECT state FROM parcel WHERE id = ?', [back]))[0]?.state).toBe('refused')

      const [file] = await rows<{ id: string }>('SELECT id FROM carrier_file')
      const arrived = { amount: 372_000, day: vietnamDay(new Date()), reference: 'FT123', by: 'user_1' }
      const noted = await Promise.allSettled(
        Array.from({ length: 5 }, () => noteRemittance(container, file?.id ?? '', arrived)),
      )
      expect(noted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await held('bank:main')).toBe(372_000)
      // What it kept too much stays its debt until a person has seen to it.
      expect(await held('carrier:ghn')).toBe(50_000)

      await makeParcel(await makeGroup(50_000, 'cod'), 'GHN999', 50_000)
      const [unknown] = await rows<{ id: string }>(`SELECT id FROM carrier_line WHERE problem = 'unknown_parcel'`)
      await closeLine(container, unknown?.id ?? '', { action: 'again', note: 'Đã ghi mã vận đơn', by: 'user_1' })
      expect((await problems()).at(-1)).toEqual({ tracking_no: 'GHN999', state: 'settled', problem: null })
      const [shortLine] = await rows<{ id: string }>(`SELECT id FROM carrier_line WHERE problem = 'short_paid'`)
      const close = { action: 'close', note: 'GHN trả bù ngày mai', by: 'user_1' } as const
      await closeLine(container, shortLine?.id ?? '', close)
      await expect(closeLine(container, shortLine?.id ?? '', close)).rejects.toMatchObject({ status: 409 })
    })

    it('an overlapping file counts a parcel once; one with another amount for it is refused whole', async () => {
      await makeParcel(await makeGroup(300_000, 'cod'), 'GHN001', 300_000)
      await makeParcel(await makeGroup(200_000, 'cod'), 'GHN002', 200_000)
      await takeFile(carrierFile([['GHN001', 'Giao thành công', 300_000, 25_000, '']]))
      await expect(
        takeFile(
          carrierFile([
            ['GHN001', 'Giao thành công', 299_000, 25_000, ''],
            ['GHN002', 'Giao thành công', 200_000, 20_000, ''],
          ]),
        ),
      ).rejects.toMatchObject({ code: 'carrier_file_faulty', extra: { faults: [{ row: 2 }] } })
      expect(await rows('SELECT 1 FROM carrier_line')).toHaveLength(1)
      const both = await takeFile(
        carrierFile([
          ['ghn001', 'Đã giao', 300_000, 25_000, ''],
          ['GHN002', 'Giao thành công', 200_000, 20_000, ''],
        ]),
      )
      expect(both.newLines).toBe(1)
      expect(await held('carrier:ghn')).toBe(500_000 - 45_000)
      await expect(takeFile(carrierFile([['X', 'Đã giao', 1, 1, '']]), 'hang-la')).rejects.toMatchObject({
        code: 'carrier_unknown',
      })
    })

    it('a refused parcel costs the seller the dated rate where the file names no fee, and nobody pays twice', async () => {
      await rows(
        `INSERT INTO freight_rate (id, carrier, from_day, two_way) VALUES ('a', 'ghn', '2020-01-01', 40000), ('b', 'ghn', '2999-01-01', 1)`,
      )
      const parcel = await makeParcel(await makeGroup(300_000, 'cod'), 'GHN001', 300_000)
      const news = { parcelId: parcel, witness: 'producer', at: new Date(), reason: 'Không nhận' } as const
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, () => inTransaction(container, (sql) => recordCodRefused(sql, news))),
      )
      expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1)
      expect(await held('carrier:ghn')).toBe(0)
      await takeFile(carrierFile([['GHN001', 'Đã hoàn', 0, '', '']]))
      expect(await held('seller:producer_1')).toBe(40_000)
      expect(
        await inTransaction(container, (sql) =>
          recordCodDelivered(sql, { parcelId: parcel, witness: 'buyer', at: new Date() }),
        ),
      ).toBe('said_otherwise')
    })

    it('an order of two parcels is delivered when both are, and a person settles it when they differ', async () => {
      const group = await makeGroup(300_000, 'cod')
      const [one, two] = [await makeParcel(group, 'GHN001', 150_000), await makeParcel(group, 'GHN002', 150_000, 2)]
      const delivered = (parcelId: string) =>
        inTransaction(container, (sql) => recordCodDelivered(sql, { parcelId, witness: 'carrier', at: new Date() }))
      expect(await delivered(one)).toBe('recorded')
      expect([await orderState(group.orderId), await held('carrier:ghn')]).toEqual(['shipped', 0])
      expect(await delivered(two)).toBe('recorded')
      expect([await orderState(group.orderId), await held('carrier:ghn')]).toEqual(['delivered', 300_000])

      const other = await makeGroup(300_000, 'cod')
      await makeParcel(other, 'GHN003', 150_000)
      await makeParcel(other, 'GHN004', 150_000, 2)
      await takeFile(
        carrierFile([
          ['GHN003', 'Giao thành công', 150_000, '', ''],
          ['GHN004', 'Đã hoàn', 0, '', ''],
        ]),
      )
      expect((await problems()).map(({ problem }) => problem)).toEqual([null, 'partly_refused'])
      expect(await orderState(other.orderId)).toBe('shipped')
    })
  })
})
