import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureDocument } from '../events/capture.ts'
import { correctStep } from '../events/corrections.ts'
import { checkDocument } from '../events/epcis/document-schema.ts'
import { eventHashId } from '../events/epcis/event-hash.ts'
import { namespacesOf } from '../events/epcis/json-ld-context.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { lotUri } from '../events/step-event.ts'
import { recordStep } from '../events/steps.ts'
import { registerParty } from '../identifiers/parties.ts'
import { codeRing, unitCode } from '../identifiers/unit-codes.ts'
import { createLabelBatch } from '../labels/label-batches.ts'
import { storePassport } from '../passports/passports.ts'
import { lotTrace } from '../storage/lots.ts'
import { parseCsv } from '../testing/csv.ts'
import { entry, packed, raw, take } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { CODE_KEY } from '../testing/running-service.ts'
import { sampleArea, samplePassport } from '../testing/samples.ts'
import { createVerifier } from '../verdicts/verifier.ts'
import { exportRoutes } from './export-routes.ts'

const addresses = { storefrontUrl: 'https://sao.test', traceUrl: 'https://trace.sao.test' }
const GTIN = '09506000134352'
const NOTE = '=SUM(A1)\r\n"Phơi", hai nắng'

let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>
let inside: Awaited<ReturnType<typeof serveRoutes>>
let partyNo = 0
let otherNo = 0
/** Numbers of lots by their ref. */
const lots = new Map<string, string>()
let voided = ''

async function step(changes: Parameters<typeof entry>[0]): Promise<string> {
  const { stepNo, lots: made } = await recordStep(database.pool, entry(changes))
  for (const { ref, lotNo } of made) lots.set(ref, lotNo)
  return stepNo
}

const noOf = (ref: string) => lots.get(ref) ?? ''

beforeAll(async () => {
  database = await ownDatabase()
  const db = database.pool
  partyNo = (await registerParty(db, 'producer-1')).partyNo
  otherNo = (await registerParty(db, 'producer-2')).partyNo
  await registerParty(db, 'reader')
  await upsertSourceArea(db, sampleArea())
  const whole = samplePassport()
  const product = { ...whole.product, gtin: GTIN }
  await storePassport(db, { messageId: 'm', partyRef: 'producer-1', passport: { ...whole, product } })

  const at = (day: string) => ({ happenedAt: `2026-10-${day}T01:00:00.000Z` })
  await step({ ...at('01'), step: 'harvesting', sourceAreaRefs: ['area-1'], outputs: [raw('tuoi', 100)] })
  const bought = { partyRef: 'producer-2', ...at('01') }
  await step({ ...bought, step: 'harvesting', place: null, outputs: [raw('duong', 50, { material: 'Đường mía' })] })
  await step({ ...bought, step: 'shipping', inputs: [take('duong', 20)], handTo: 'producer-1' })
  voided = await step({ ...at('02'), step: 'washing', about: ['tuoi'], note: 'Nhầm lô' })
  await step({
    ...at('03'),
    step: 'drying',
    note: NOTE,
    inputs: [take('tuoi', 80), take('duong', 20, 'producer-2')],
    additions: [{ name: 'Mật ong rừng', amount: { value: 2, unit: 'kg' } }],
    outputs: [raw('kho', 60, { kind: 'intermediate', material: 'Hạt sen khô' })],
  })
  await step({ ...at('05'), step: 'packing', inputs: [take('kho', 40)], outputs: [packed('hop', 200)] })
  await step({
    ...at('06'),
    step: 'testing',
    about: ['hop'],
    evidence: [{ file: 'kq.pdf', kind: 'document', title: 'Kết quả', public: true, sha256: 'ab'.repeat(32) }],
  })
  await step({ ...at('07'), step: 'retail_selling', inputs: [take('hop', 4)], orderRefs: ['don-hang-cua-chi-Lan'] })
  await step({ ...at('04'), step: 'harvesting', outputs: [raw('so-tay', 10)] })
  await correctStep(db, {
    partyRef: 'producer-1',
    requestKey: 'c-1',
    stepNo: voided,
    reason: 'Ghi nhầm sang lô khác',
    replacement: null,
  })
  await createLabelBatch(db, {
    partyRef: 'producer-1',
    productRef: 'product-1',
    lotRef: 'hop',
    size: 200,
    epoch: 0,
    requestKey: 'b-1',
  })
  const routes = exportRoutes({ pool: db, addresses })
  server = await serveRoutes(routes)
  inside = await serveRoutes(routes, { trusts: () => true })
})
afterAll(async () => {
  await server.close()
  await inside.close()
  await database.drop()
})

interface Document {
  '@context': unknown
  epcisHeader: {
    epcisMasterData: { vocabularyList: { vocabularyElementList: { id: string; attributes: object[] }[] }[] }
  }
  epcisBody: { eventList: Record<string, unknown>[] }
}

async function get(path: string, from = server) {
  const response = await fetch(from.url + path)
  const body = Buffer.from(await response.arrayBuffer()).toString('utf8')
  return { status: response.status, headers: response.headers, body }
}

async function documentOf(path: string, from = server): Promise<Document> {
  const answer = await get(path, from)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ld+json'])
  return JSON.parse(answer.body)
}

const ownPath = (lot: string, file: string) => `/internal/parties/producer-1/lots/${lot}/export/${file}`
const wordsOf = (document: Document) =>
  document.epcisBody.eventList.map(({ bizStep }) => String(bizStep).split('/').at(-1))
/** An event as it was captured, without what the repository adds. */
const core = ({ eventID: _, recordTime: __, ...event }: Record<string, unknown>) => event
const unchanged = (document: Document) => document.epcisBody.eventList.filter((event) => !('sao:withheld' in event))

describe('events of a lot in public', () => {
  it('are those of its whole lineage that a scan tells, oldest first', async () => {
    const document = await documentOf(`/export/lots/${noOf('hop')}.jsonld`)
    expect(wordsOf(document)).toEqual(['harvesting', 'harvesting', 'drying', 'packing', 'testing'])
    const scan = await lotTrace(database.pool, 'none', partyNo, noOf('hop'))
    expect(wordsOf(document)).toEqual(scan?.body.journey.map(({ step: word }) => word))
    expect(await documentOf(`/export/lots/${noOf('hop').toUpperCase()}/events.jsonld`)).toMatchObject({
      epcisBody: document.epcisBody,
    })
  })

  it('pass our own check of documents', async () => {
    for (const ref of ['hop', 'kho', 'tuoi', 'duong']) {
      const { faults, events } = checkDocument(await documentOf(`/export/lots/${noOf(ref)}.jsonld`), {
        now: Date.now(),
      })
      expect([faults, events.flatMap((each) => each.faults)]).toEqual([[], []])
      expect(events.length).toBeGreaterThan(0)
    }
  })

  it('name no buyer, no order, no recipe and no entry that was struck out', async () => {
    for (const ref of ['hop', 'kho', 'tuoi', 'duong']) {
      for (const file of ['.jsonld', '.csv']) {
        const { body } = await get(`/export/lots/${noOf(ref)}${file}`)
        for (const secret of ['Lan', 'order', 'Mật ong', 'Nhầm', 'selling', 'shipping', 'Bán']) {
          expect(body).not.toContain(secret)
        }
      }
    }
  })

  it('keep their event hash ID; what is withheld is said, all else hashes to its name', async () => {
    const document = await documentOf(`/export/lots/${noOf('hop')}.jsonld`)
    const namespaces = namespacesOf(document['@context'])
    const { events } = checkDocument(document, { now: Date.now() })
    const withheld = document.epcisBody.eventList.filter((event) => 'sao:withheld' in event)
    expect(withheld.map((event) => [event.bizStep, event['sao:withheld']])).toEqual([
      ['https://saolang.vn/voc/step/drying', ['sao:additions']],
    ])
    for (const { event } of events) {
      if (event === null) throw new Error('checked above')
      const same = eventHashId(event, namespaces) === event.eventID
      expect(same).toBe(!('sao:withheld' in event))
      expect(event.eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)
    }
    const { rows } = await database.pool.query('select event_id from trace.event where party_no = any ($1)', [
      [partyNo, otherNo],
    ])
    const stored = new Set(rows.map((row) => row.event_id))
    for (const { eventID } of document.epcisBody.eventList) expect(stored).toContain(eventID)
  })

  it('are the same events when captured again, and equal ones when captured elsewhere', async () => {
    const document = await documentOf(`/export/lots/${noOf('hop')}.jsonld`)
    const own = { ...document, epcisBody: { eventList: unchanged(document).filter((each) => each['sao:place']) } }
    const counted = async (no: number) => {
      const { rows } = await database.pool.query('select count(*)::int4 as n from trace.event where party_no = $1', [
        no,
      ])
      return rows[0].n
    }
    const before = await counted(partyNo)
    await captureDocument(database.pool, partyNo, Buffer.from(JSON.stringify(own)), 'rollback')
    expect(await counted(partyNo)).toBe(before)

    const { partyNo: reader } = await registerParty(database.pool, 'reader')
    const sent = Buffer.from(JSON.stringify(document))
    await captureDocument(database.pool, reader, sent, 'rollback')
    await captureDocument(database.pool, reader, sent, 'rollback')
    const { rows } = await database.pool.query(
      'select event_id, body from trace.event where party_no = $1 order by event_time, event_no',
      [reader],
    )
    const byName = new Map(rows.map((row) => [row.event_id, core(row.body)]))
    expect(rows).toHaveLength(document.epcisBody.eventList.length)
    for (const event of document.epcisBody.eventList) expect(byName.get(event.eventID)).toEqual(core(event))
    const { rows: originals } = await database.pool.query(
      'select event_id, body from trace.event where party_no = any ($1)',
      [[partyNo, otherNo]],
    )
    const captured = new Map(
      originals.filter(({ body }) => !body.errorDeclaration).map((row) => [row.event_id, core(row.body)]),
    )
    for (const event of unchanged(document)) expect(core(event)).toEqual(captured.get(event.eventID))
  })

  it('come with what their lots are called', async () => {
    const document = await documentOf(`/export/lots/${noOf('hop')}.jsonld`)
    const elements = document.epcisHeader.epcisMasterData.vocabularyList[0]?.vocabularyElementList ?? []
    const of = (ref: string) => elements.find(({ id }) => id === lotUri(noOf(ref)))?.attributes
    expect(of('hop')).toEqual([
      { id: 'cbvmda:descriptionShort', attribute: 'Hạt sen sấy' },
      { id: 'cbvmda:lotNumber', attribute: 'HOP' },
      { id: 'cbvmda:itemExpirationDate', attribute: '2027-10-15' },
      { id: 'sao:packedOn', attribute: '2026-10-15' },
      { id: 'gs1:gtin', attribute: GTIN },
    ])
    expect(of('duong')).toContainEqual({ id: 'cbvmda:descriptionShort', attribute: 'Đường mía' })
  })

  it('are a table too: a row each, Vietnamese headers or English ones, and what was typed comes back', async () => {
    const answer = await get(`/export/lots/${noOf('hop')}.csv`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="lot-${noOf('hop')}-events.csv"`)
    const [header = [], ...rows] = parseCsv(answer.body)
    const [english = []] = parseCsv((await get(`/export/lots/${noOf('hop')}.csv?lang=en`)).body)
    expect([header[0], english[0], header.length]).toEqual(['Mã sự kiện', 'Event ID', english.length])
    const column = (name: string) => rows.map((row) => row[english.indexOf(name)])
    const { eventList } = (await documentOf(`/export/lots/${noOf('hop')}.jsonld`)).epcisBody
    expect(column('Event ID')).toEqual(eventList.map(({ eventID }) => eventID))
    expect(column('Step')).toEqual(['Thu hoạch', 'Thu hoạch', 'Sấy, phơi', 'Đóng gói', 'Kiểm nghiệm'])
    expect(column('Happened at (+07:00)')[2]).toBe('2026-10-03T08:00:00+07:00')
    expect(column('Note')[2]).toBe(`'${NOTE}`)
    expect([column('Input lots')[2]?.split('; ').sort(), column('Output lots')[2]]).toEqual([['DUONG', 'TUOI'], 'KHO'])
    expect(column('Amounts')[3]).toBe('40 KGM')
    expect(column('Withheld')).toEqual(['', '', 'sao:additions', '', ''])
  })
})

describe('which lots are public', () => {
  it('those with printed labels and what they were made of; readable by any page, kept for a minute', async () => {
    for (const ref of ['hop', 'kho', 'tuoi', 'duong']) {
      const { status, headers } = await get(`/export/lots/${noOf(ref)}.csv`)
      expect([status, headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([
        200,
        '*',
        'public, max-age=60',
      ])
    }
  })

  it.each([
    ['a lot of the book alone', () => `/export/lots/${noOf('so-tay')}.jsonld`],
    ['its ten items', () => `/export/lots/${noOf('so-tay')}/tt02.json`],
    ['an unknown number', () => '/export/lots/00000000-0000-7000-8000-000000000000.csv'],
    ['no number at all', () => "/export/lots/1'%20or%20'1.jsonld"],
    ['a lot by its ref', () => '/export/lots/hop.jsonld'],
    ['an unknown file', () => `/export/lots/${noOf('hop')}/all.zip`],
    ['an unknown product', () => '/export/products/nothing.jsonld'],
    ['a product with NUL', () => '/export/products/%00.csv'],
  ])('404 for %s', async (_, path) => {
    const { status, headers } = await get(path())
    expect([status, headers.get('access-control-allow-origin')]).toEqual([404, '*'])
  })

  it('the inner routes take the token, and the party’s own lots', async () => {
    expect((await get(ownPath('hop', 'events.csv'))).status).toBe(401)
    expect((await get('/internal/parties/producer-2/lots/hop/export/events.csv', inside)).status).toBe(404)
    expect((await get('/internal/parties/producer-2/products/product-1/export/passport.csv', inside)).status).toBe(404)
  })

  it('an address has 120 files at once, then one each half second', async () => {
    const strict = await serveRoutes(exportRoutes({ pool: database.pool, addresses }))
    const statuses: number[] = []
    for (let i = 0; i < 121; i++) statuses.push((await get('/export/lots/x.csv', strict)).status)
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(120)
    const rush = await Promise.all(Array.from({ length: 40 }, () => get('/export/lots/x.csv', strict)))
    expect(rush.filter(({ status }) => status === 429).length).toBeGreaterThan(20)
    await strict.close()
  })
})

describe('a producer’s own export', () => {
  it('holds all of its lots, sales and corrections, whole, and of others what is public', async () => {
    const document = await documentOf(ownPath('hop', 'events.jsonld'), inside)
    expect(wordsOf(document)).toEqual(
      expect.arrayContaining(['harvesting', 'washing', 'drying', 'packing', 'testing', 'retail_selling']),
    )
    const text = JSON.stringify(document)
    expect(text).toContain('don-hang-cua-chi-Lan')
    expect(text).toContain('Mật ong rừng')
    expect(text).not.toContain('shipping')
    expect(document.epcisBody.eventList.filter((event) => 'errorDeclaration' in event)).toHaveLength(1)
    const { faults, events } = checkDocument(document, { now: Date.now() })
    expect([faults, events.flatMap((each) => each.faults)]).toEqual([[], []])
    const rows = parseCsv((await get(ownPath('hop', 'events.csv'), inside)).body)
    expect(rows).toHaveLength(document.epcisBody.eventList.length + 1)
  })

  it('holds lots without labels', async () => {
    expect(wordsOf(await documentOf(ownPath('so-tay', 'events.jsonld'), inside))).toEqual(['harvesting'])
  })
})

interface Items {
  complete: boolean
  missing: string[]
  items: { no: number; key: string; state: string; value: unknown; why: { vi: string; en: string } | null }[]
}

describe('the ten items of TT 02/2024', () => {
  it('are all there in order, and each that is not says what is missing and why', async () => {
    const answer = await get(`/export/lots/${noOf('hop')}/tt02.json`)
    const { complete, missing, items }: Items = JSON.parse(answer.body)
    expect(items.map(({ no, key, state }) => `${no} ${key} ${state}`)).toEqual([
      '1 product_name given',
      '2 product_image given',
      '3 producer_name given',
      '4 producer_address partial',
      '5 stages partial',
      '6 time given',
      '7 product_trace_code given',
      '8 brand_or_serial given',
      '9 shelf_life given',
      '10 standards missing',
    ])
    expect([complete, missing]).toEqual([false, ['producer_address', 'stages', 'standards']])
    for (const { state, why } of items) expect(why === null).toBe(state === 'given')
    expect(items[4]?.why?.vi).toContain('1/5 công đoạn: Thu hoạch')
    expect(items[1]?.value).toBe('https://sao.test/anh/san-pham/hat-sen-640.avif')
    expect(items[6]?.value).toEqual({
      uri: `https://sao.test/01/${GTIN}/10/HOP`,
      lotCode: 'HOP',
      gtin: GTIN,
    })
    expect(items[4]?.value).toContainEqual({
      step: 'packing',
      label: { vi: 'Đóng gói', en: 'Packing' },
      productTraceCode: `https://sao.test/01/${GTIN}/10/HOP`,
      lotCode: 'HOP',
      locationCode: '82',
      location: 'Đồng Tháp (trước đây: huyện Tháp Mười)',
      eventTime: '2026-10-05T01:00:00.000Z',
    })
  })

  it('of a raw lot name the passport that it has not, instead of leaving a hole', async () => {
    const { items }: Items = JSON.parse((await get(`/export/lots/${noOf('duong')}/tt02.json`)).body)
    expect(items.filter(({ state }) => state === 'missing').map(({ key }) => key)).toEqual([
      'product_image',
      'producer_name',
      'producer_address',
      'standards',
    ])
    expect(items.find(({ key }) => key === 'product_name')?.value).toBe('Đường mía')
    expect(items.find(({ key }) => key === 'shelf_life')?.state).toBe('not_declared')
  })

  it('are a readable table', async () => {
    const [header, ...rows] = parseCsv((await get(`/export/lots/${noOf('hop')}/tt02.csv`)).body)
    expect(header).toEqual(['STT', 'Mục', 'Tình trạng', 'Nội dung', 'Còn thiếu và lý do'])
    expect(rows).toHaveLength(10)
    expect(rows[9]).toEqual([
      '10',
      'Tiêu chuẩn, quy chuẩn áp dụng',
      'thiếu',
      '',
      'Chủ thể chưa công bố tiêu chuẩn, quy chuẩn áp dụng cho sản phẩm.',
    ])
    const english = parseCsv((await get(`/export/lots/${noOf('hop')}/tt02.csv?lang=en`)).body)
    expect(english[10]?.[2]).toBe('missing')
  })
})

describe('the product passport (NĐ 37/2026, article 32)', () => {
  it('is linked data with what is missing named', async () => {
    const body = JSON.parse((await get('/export/products/product-1.jsonld')).body)
    expect(body).toMatchObject({
      id: `https://sao.test/01/${GTIN}`,
      type: ['gs1:Product', 'schema:Product'],
      'gs1:gtin': GTIN,
      'gs1:productName': [{ '@value': 'Hạt sen sấy', '@language': 'vi' }],
      'sao:passport': { complete: false, missing: ['parties', 'national_portal'] },
    })
    expect(body['sao:lots']).toEqual([
      {
        id: `https://sao.test/01/${GTIN}/10/HOP`,
        lotCode: 'HOP',
        packedOn: '2026-10-15',
        bestBefore: '2027-10-15',
        recall: null,
        events: `https://trace.sao.test/export/lots/${noOf('hop')}.jsonld`,
        sample: true,
      },
    ])
  })

  it('says that a GTIN is missing where there is none', async () => {
    const plain = samplePassport({ productRef: 'product/2 x'.replace(' ', '.') })
    await storePassport(database.pool, { messageId: 'm2', partyRef: 'producer-1', passport: plain })
    const answer = await get(`/export/products/${encodeURIComponent('product/2.x')}.csv`)
    const rows = parseCsv(answer.body)
    expect(rows[1]?.slice(0, 4)).toEqual(['1', 'Tên sản phẩm và mã GTIN', 'có một phần', 'Hạt sen sấy'])
    expect(rows[1]?.[4]).toContain('Thiếu mã GTIN')
    expect(rows[4]?.[2]).toBe('thiếu')
    const own = await get('/internal/parties/producer-1/products/product-1/export/passport.csv?lang=en', inside)
    expect(parseCsv(own.body)[1]?.[2]).toBe('given')
  })
})

describe('the export a label leads to', () => {
  it('is that of its lot', async () => {
    const ring = codeRing({ 0: CODE_KEY })
    const found = await createVerifier(database.pool, ring, 'none').findIssued(
      unitCode(ring, { batchNo: 1, epoch: 0, size: 200 }, 7),
    )
    expect((await get(`/export/lots/${found?.batch.lotNo}.jsonld`)).status).toBe(200)
  })
})
