import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upsertLot } from '../events/lots.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { registerParty } from '../identifiers/parties.ts'
import { createLabelBatch, type LabelBatchInput } from '../labels/label-batches.ts'
import type { SheetManifest } from '../labels/label-sheets.ts'
import { createLabelSigner } from '../labels/label-signer.ts'
import { storePassport } from '../passports/passports.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { TOKEN } from '../testing/running-service.ts'
import { LABEL_KEYS } from '../testing/sample-sheet.ts'
import { sampleArea, sampleLot, samplePassport } from '../testing/samples.ts'
import { unzipped } from '../testing/unzipped.ts'
import { verifySignedLabel } from '../verify/signed-label.ts'
import { bearerCheck } from './caller.ts'
import { labelRoutes } from './label-routes.ts'

let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>
const keys = { ...LABEL_KEYS }
let plainBatch: number
let gtinBatch: number
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

beforeAll(async () => {
  database = await ownDatabase()
  server = await serveRoutes(labelRoutes({ pool: database.pool, keys, storefrontUrl: 'https://saolang.vn' }), {
    trusts: bearerCheck(TOKEN),
  })

  await registerParty(database.pool, 'producer-1')
  await registerParty(database.pool, 'producer-2')
  await storePassport(database.pool, { messageId: 'm-1', partyRef: 'producer-1', passport: samplePassport() })
  await upsertSourceArea(database.pool, sampleArea())
  await upsertLot(database.pool, sampleLot())
  plainBatch = (await createLabelBatch(database.pool, batch({ requestKey: 'k-1' }))).batchNo
  const passport = samplePassport({ version: 2 })
  const product = { ...passport.product, gtin: '09506000134352' }
  await storePassport(database.pool, {
    messageId: 'm-2',
    partyRef: 'producer-1',
    passport: { ...passport, product },
  })
  gtinBatch = (
    await createLabelBatch(
      database.pool,
      batch({ requestKey: 'k-2', printedLines: ['Giữ lạnh'], bestBefore: '2027-01-31' }),
    )
  ).batchNo
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

function batch(changes: Partial<LabelBatchInput>): LabelBatchInput {
  return {
    partyRef: 'producer-1',
    productRef: 'product-1',
    lotRef: 'lot-1',
    size: 1_000_000,
    epoch: 0,
    requestKey: 'k',
    ...changes,
  }
}

/** A JSON answer, whatever its status. */
async function told<T>(answer: Response | Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T
}
interface Batches {
  batches: { batchNo: number }[]
  next: number | null
}
interface BatchPage {
  firstCode: string
  lastCode: string
  sheets: SheetManifest[]
}
interface Told {
  error: { code: string; field: string; message: string }
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { ...AUTHORIZED, ...headers } })
const post = (path: string, body: unknown) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { ...AUTHORIZED, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
let asked = 0
async function newSheet(changes: Record<string, unknown>): Promise<SheetManifest> {
  const answer = await post('/internal/parties/producer-1/label-sheets', {
    batchNo: plainBatch,
    format: 'csv',
    kind: 'plain',
    requestKey: `sheet-${asked++}`,
    ...changes,
  })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as SheetManifest
}
const at = ({ sheetNo }: { sheetNo: string }) => `/internal/parties/producer-1/label-sheets/${sheetNo}`

describe('label batches', () => {
  it('of a party are listed newest first with what is printed', async () => {
    const { batches, next } = await told<Batches>(get('/internal/parties/producer-1/label-batches'))
    expect(batches.map(({ batchNo }) => batchNo)).toEqual([gtinBatch, plainBatch])
    expect(batches[0]).toMatchObject({
      productName: 'Hạt sen sấy',
      gtin: '09506000134352',
      lotCode: 'HS261015',
      packedOn: '2026-10-15',
      bestBefore: '2027-01-31',
      printedLines: ['Giữ lạnh'],
      size: 1_000_000,
    })
    expect(batches[1]).toMatchObject({ gtin: null, bestBefore: '2027-10-15', printedLines: [] })
    expect(next).toBeNull()
    const older = await told<Batches>(get(`/internal/parties/producer-1/label-batches?before=${gtinBatch}`))
    expect(older.batches.map(({ batchNo }) => batchNo)).toEqual([plainBatch])
    expect(await (await get('/internal/parties/producer-2/label-batches')).json()).toEqual({ batches: [], next: null })
  })

  it('of another party are not there', async () => {
    expect((await get(`/internal/parties/producer-2/label-batches/${plainBatch}`)).status).toBe(404)
    expect((await get(`/internal/parties/producer-1/label-batches/${plainBatch}`)).status).toBe(200)
    expect((await get('/internal/parties/producer-1/label-batches/none')).status).toBe(400)
  })

  it('of a million codes show the first and the last', async () => {
    const { batchNo } = await createLabelBatch(database.pool, batch({ requestKey: 'k-3' }))
    const page = await told<BatchPage>(get(`/internal/parties/producer-1/label-batches/${batchNo}`))
    expect(page.firstCode).toMatch(/^[0-9A-Z]{16}$/)
    expect(page.lastCode).not.toBe(page.firstCode)
    await database.pool.query('delete from trace.label_batch where batch_no = $1', [batchNo])
  })

  it.each([
    [{ packedOn: '2026-10-15', bestBefore: '2026-10-14' }, 'bestBefore: must not lie before packedOn'],
    [{ printedLines: ['a\nb'] }, 'must not contain control characters'],
  ])('with %j are refused', async (changes, message) => {
    await expect(createLabelBatch(database.pool, batch({ requestKey: 'bad', ...changes }))).rejects.toThrow(message)
  })

  it('issued before what is printed could be told answer a repeated call as before', async () => {
    await expect(createLabelBatch(database.pool, batch({ requestKey: 'k-1' }))).resolves.toMatchObject({
      batchNo: plainBatch,
    })
  })
})

describe('print sheets', () => {
  it('print /q/ without a GTIN and the Digital Link with one; the product’s old codes stay', async () => {
    expect((await newSheet({})).firstUrl).toMatch(/^HTTPS:\/\/SAOLANG\.VN\/Q\/[0-9A-Z]{16}$/)
    expect((await newSheet({ batchNo: gtinBatch, symbolMm: 15 })).firstUrl).toMatch(
      /\/01\/09506000134352\/21\/[0-9A-Z]{16}$/,
    )
  })

  it('come in parts whose bytes, joined, are the whole file', async () => {
    const sheet = await newSheet({ from: 40, to: 120_000 })
    expect(sheet.parts.map(({ from, to }) => [from, to])).toEqual([
      [40, 100_040],
      [100_040, 120_000],
    ])
    const parts: Buffer[] = []
    for (const { part, etag } of sheet.parts) {
      const answer = await get(`${at(sheet)}/parts/${part}`)
      expect(answer.headers.get('etag')).toBe(`"${etag}"`)
      parts.push(Buffer.from(await answer.arrayBuffer()))
    }
    const whole = await get(`${at(sheet)}/file`)
    expect(whole.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="tem-${plainBatch}-41-120000.csv"`)
    expect(Buffer.from(await whole.arrayBuffer()).equals(Buffer.concat(parts))).toBe(true)
  }, 60_000)

  it('go on from any label after a broken download', async () => {
    const sheet = await newSheet({ format: 'urls', to: 1_000 })
    const whole = await (await get(`${at(sheet)}/file`)).text()
    const rest = await (await get(`${at(sheet)}/file?from=400`)).text()
    expect(whole.endsWith(rest)).toBe(true)
    expect(rest.split('\r\n').length - 1).toBe(600)
  })

  it('answer 304 to who has the bytes, and make nothing for HEAD', async () => {
    const sheet = await newSheet({ to: 10 })
    const etag = `"${sheet.parts[0]?.etag}"`
    expect((await get(`${at(sheet)}/parts/1`, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(`${at(sheet)}/parts/1`, { 'if-none-match': '"other"' })).status).toBe(200)
    const head = await fetch(`${server.url}${at(sheet)}/parts/1`, { method: 'HEAD', headers: AUTHORIZED })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('asked for twice with one key are one', async () => {
    const wanted = { requestKey: 'same', to: 10 }
    const first = await newSheet(wanted)
    expect(await newSheet(wanted)).toEqual(first)
    const other = await post('/internal/parties/producer-1/label-sheets', {
      batchNo: plainBatch,
      format: 'urls',
      kind: 'plain',
      ...wanted,
    })
    expect(other.status).toBe(409)
    const page = await told<BatchPage>(get(`/internal/parties/producer-1/label-batches/${plainBatch}`))
    expect(page.sheets.filter((each) => each.sheetNo === first.sheetNo)).toHaveLength(1)
  })

  it('keep what they were made with, whatever changes afterwards', async () => {
    const sheet = await newSheet({ to: 3 })
    const before = await (await get(`${at(sheet)}/file`)).text()
    const passport = samplePassport({ version: 3 })
    passport.product.name.vi = 'Tên mới'
    await storePassport(database.pool, { messageId: 'm-3', partyRef: 'producer-1', passport })
    expect(await (await get(`${at(sheet)}/file`)).text()).toBe(before)
    expect(await (await get(`${at(await newSheet({ to: 3 }))}/file`)).text()).toContain('Tên mới')
  })

  it('with signed labels say product number, star, its last day and the packing day', async () => {
    const sheet = await newSheet({ kind: 'signed', format: 'urls', to: 2 })
    const [line = ''] = (await (await get(`${at(sheet)}/file`)).text()).split('\r\n')
    const published = await told<{ keys: { id: number; publicKey: string }[] }>(fetch(`${server.url}/labels/keys`))
    const known = published.keys.map(({ id, publicKey }) => ({
      id,
      publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
    }))
    const { products } = await told<{ products: unknown }>(get('/internal/product-numbers'))
    expect(products).toEqual([{ productNo: 1, productRef: 'product-1' }])
    expect(verifySignedLabel(line, known)).toMatchObject({
      ok: true,
      host: 'saolang.vn',
      label: { productNo: 1, stars: 4, validTo: '2028-02-29', packedOn: '2026-10-15', batchTag: plainBatch },
    })
  })

  it('of a key that was retired are refused with what to do; new ones take the new key', async () => {
    const sheet = await newSheet({ kind: 'signed', to: 2 })
    const publicHex = Buffer.from(LABEL_KEYS.signer.keys[0]?.publicKey ?? []).toString('hex')
    keys.signer = createLabelSigner({ 1: '2b'.repeat(32) }, { 0: publicHex })
    try {
      const refused = await get(`${at(sheet)}/file`)
      expect([refused.status, (await told<Told>(refused)).error.code]).toEqual([409, 'label_key_retired'])
      expect((await get(at(sheet))).status).toBe(200)
      expect((await get(`${at(await newSheet({ kind: 'signed', to: 2 }))}/file`)).status).toBe(200)
    } finally {
      keys.signer = LABEL_KEYS.signer
    }
  })

  it('as SVG hold one file a label', async () => {
    const sheet = await newSheet({
      format: 'svg-labels',
      layout: { rollWidthMm: 40, rollHeightMm: 16 },
      from: 10,
      to: 15,
    })
    const files = unzipped(Buffer.from(await (await get(`${at(sheet)}/parts/1`)).arrayBuffer()))
    expect(files.map(({ name }) => name.slice(0, 11))).toEqual([10, 11, 12, 13, 14].map((i) => `tem-00000${i}`))
    expect(files[0]?.content.toString()).toContain('Lô: HS261015')
  })

  it.each([
    [{ format: 'pdf' }, 'layout', 'layout: is needed for pdf'],
    [{ format: 'png-symbols' }, 'dpi', 'dpi: is needed'],
    [{ format: 'png-symbols', dpi: 203 }, 'symbolMm', 'This label needs 16.6 mm'],
    [{ format: 'pdf', layout: { sheet: 'a4-65' }, symbolMm: 12 }, 'symbolMm', 'This label needs 13.1 mm'],
    [{ format: 'pdf', layout: { sheet: 'a4-65' }, symbolMm: 22 }, 'symbolMm', 'does not fit a label of 38.1 × 21.2 mm'],
    [{ format: 'pdf', layout: { sheet: 'a5' } }, 'layout', 'must be {"sheet": one of'],
    [{ from: 1_000_000 }, 'from', 'the batch has labels 0 to 999999'],
    [{ from: 5, to: 5 }, 'to', 'must be more than 5'],
    [{ batchNo: 99_999 }, 'batchNo', 'the party has no label batch 99999'],
    [{ stars: 5 }, 'stars', 'stars'],
  ])('with %j are refused by name, and nothing is stored', async (changes, field, message) => {
    const count = () =>
      database.pool.query('select count(*)::int as n from trace.label_sheet').then(({ rows }) => rows[0].n)
    const before = await count()
    const answer = await post('/internal/parties/producer-1/label-sheets', {
      batchNo: plainBatch,
      format: 'csv',
      kind: 'plain',
      requestKey: `bad-${asked++}`,
      ...changes,
    })
    const { error } = await told<Told>(answer)
    expect([answer.status, error.field]).toEqual([400, field])
    expect(error.message).toContain(message)
    expect(await count()).toBe(before)
  })

  it('of another party, or none, are 404; without the token 401', async () => {
    const sheet = await newSheet({ to: 3 })
    expect((await get(at(sheet).replace('producer-1', 'producer-2'))).status).toBe(404)
    expect((await get(`${at(sheet).replace('producer-1', 'producer-2')}/file`)).status).toBe(404)
    expect((await get('/internal/parties/producer-1/label-sheets/none')).status).toBe(404)
    expect((await get(`${at(sheet)}/parts/2`)).status).toBe(404)
    expect((await get(`${at(sheet)}/file?from=3`)).status).toBe(400)
    expect((await fetch(`${server.url}${at(sheet)}/file`)).status).toBe(401)
  })
})
