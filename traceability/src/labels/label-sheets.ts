import type { ClientBase } from 'pg'
import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { MAX_BATCH_NO, MAX_BATCH_SIZE, unitCode } from '../identifiers/unit-codes.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'
import { type PartyBatch, partyBatches } from '../storage/label-batches.ts'
import {
  findLabelSheet,
  insertLabelSheet,
  type LabelSheetRecord,
  labelSheetsOfBatch,
  productNoOf,
} from '../storage/label-sheets.ts'
import { newestPassport, productNames } from '../storage/passports.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import { lastDay, recognitionStateOn, vietnamDay } from '../verify/recognition-state.ts'
import { BATCH_TAGS } from '../verify/signed-label-text.ts'
import { type BatchStates, batchStates } from './batch-states.ts'
import { labelFace } from './label-face.ts'
import { FORMATS } from './label-file.ts'
import { fileTag, type LabelKeys, type LabelSheet, labelAt, SHEET_FORMATS, urlOf } from './label-sheet.ts'
import { checkFits, labelsAPage, layoutSchema, pageLayout } from './page-layouts.ts'
import { qrSize } from './qr-matrix.ts'
import { printedSymbol } from './symbol-size.ts'

const SCOPE = 'label-sheet'
const MOST_BATCHES = 50
/** Labels without a layout of their own (CSV, plain lists, PNG symbols) are measured against this one. */
const NO_LAYOUT = { rollWidthMm: 50, rollHeightMm: 50 }

const indexSchema = z.int().min(0).max(MAX_BATCH_SIZE)
export const labelSheetSchema = z.strictObject({
  partyRef: refSchema,
  batchNo: z.int().min(1).max(MAX_BATCH_NO),
  format: z.enum(SHEET_FORMATS),
  /** `plain`: the address alone, 15 mm; `signed`: fields and a signature in the address, 20 mm. */
  kind: z.enum(['plain', 'signed']),
  /** Where labels stand; needed for `pdf`, `svg-sheets` and `svg-labels`, not used by the others. */
  layout: layoutSchema.optional(),
  /** Side of the symbol with its quiet zone; 15 for plain and 20 for signed labels when it is not given. */
  symbolMm: z.number().min(5).max(100).optional(),
  /** Dots an inch of the printer, for `png-symbols`. */
  dpi: z.int().min(150).max(2400).optional(),
  /** Labels from (included) to (excluded); the whole batch when not given. */
  from: indexSchema.optional(),
  to: indexSchema.optional(),
  requestKey: refSchema,
})
export type LabelSheetInput = z.infer<typeof labelSheetSchema>

export interface SheetPart {
  part: number
  /** Labels from (included) to (excluded). */
  from: number
  to: number
  fileName: string
  /** Strong validator: the part's bytes never change. */
  etag: string
}

/** A print sheet as its party sees it: what will be printed and the parts it is fetched in. */
export interface SheetManifest {
  sheetNo: string
  batchNo: number
  format: LabelSheet['format']
  kind: 'plain' | 'signed'
  contentType: string
  from: number
  to: number
  /** How many labels. */
  size: number
  /** UTC, ISO 8601. */
  madeAt: string
  symbol: LabelSheet['symbol']
  /** Example: the address in the first label's symbol. */
  firstUrl: string
  /** Texts that are cut or left out because the label is too small, by name. */
  leftOut: string[]
  partSize: number
  parts: SheetPart[]
}

/**
 * Makes a print sheet of a label batch: freezes what is printed, checks that the symbol is large enough, and answers with
 * the parts to fetch. Nothing is rendered yet. A repeated call with the same `requestKey` answers with the first sheet.
 * Throws InputError that names the member that is wrong (a symbol that is too small says the size it needs), ConflictError
 * when the key was used for another sheet.
 */
export async function createLabelSheet(
  db: Database,
  keys: LabelKeys,
  origin: string,
  input: LabelSheetInput,
  now = new Date(),
): Promise<SheetManifest> {
  const wanted = parseInput(labelSheetSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, wanted.partyRef)
    const claim = await claimRequestKey(client, partyNo, SCOPE, wanted.requestKey, wanted)
    if (!claim.fresh) {
      if (!claim.sameBody) {
        throw new ConflictError(`The request key "${wanted.requestKey}" was used for another print sheet`)
      }
      const { sheetNo } = sheetAnswer.parse(claim.answer)
      const first = await findLabelSheet(client, partyNo, sheetNo)
      if (!first) throw new Error('a print sheet that was made is not to be found')
      return manifestOf(keys, first)
    }
    const [batch] = await partyBatches(client, partyNo, {
      productRef: null,
      before: null,
      limit: 1,
      batchNo: wanted.batchNo,
    })
    if (!batch) throw new InputError('batchNo', `batchNo: the party has no label batch ${wanted.batchNo}`)
    const sheet = await sheetOf(client, keys, origin, wanted, batch, now)
    const sheetNo = await insertLabelSheet(client, partyNo, sheet)
    await keepAnswer(client, partyNo, SCOPE, wanted.requestKey, { sheetNo })
    return manifestOf(keys, { sheetNo, batchNo: batch.batchNo, sheet })
  })
}

const sheetAnswer = z.object({ sheetNo: z.string() })

/** A sheet of a party with its manifest; null when it has no such sheet. */
export async function labelSheetOf(
  db: Database,
  keys: LabelKeys,
  partyRef: string,
  sheetNo: string,
): Promise<{ sheet: LabelSheet; manifest: SheetManifest } | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sheetNo)) return null
  const found = await findLabelSheet(db, await partyNoOf(db, partyRef), sheetNo)
  return found && { sheet: found.sheet, manifest: manifestOf(keys, found) }
}

/** Label batches of a party, newest first; `next` is the `before` of the next page, null on the last. */
export async function listLabelBatches(
  db: Database,
  partyRef: string,
  { productRef, before }: { productRef: string | null; before: number | null },
): Promise<{ batches: NamedBatch[]; next: number | null }> {
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const found = await partyBatches(client, partyNo, { productRef, before, limit: MOST_BATCHES + 1 })
    const batches = found.slice(0, MOST_BATCHES)
    const names = await productNames(client, partyNo, [...new Set(batches.map((batch) => batch.productRef))])
    return {
      batches: batches.map((batch) => ({ ...batch, productName: names.get(batch.productRef) ?? null })),
      next: found.length > MOST_BATCHES ? (batches.at(-1)?.batchNo ?? null) : null,
    }
  })
}

export type NamedBatch = PartyBatch & { productName: string | null }

export interface LabelBatchPage extends BatchStates {
  batch: NamedBatch
  firstCode: string
  lastCode: string
  sheets: Omit<SheetManifest, 'parts'>[]
}

/**
 * One batch with its first and last code, to compare with what came out of the printer, the states of its labels, and its
 * sheets, newest first. Null when the party has no such batch.
 */
export async function labelBatchPage(
  db: Database,
  keys: LabelKeys,
  partyRef: string,
  batchNo: number,
): Promise<LabelBatchPage | null> {
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const [batch] = await partyBatches(client, partyNo, { productRef: null, before: null, limit: 1, batchNo })
    if (!batch) return null
    const names = await productNames(client, partyNo, [batch.productRef])
    const sheets = await labelSheetsOfBatch(client, partyNo, batchNo)
    return {
      batch: { ...batch, productName: names.get(batch.productRef) ?? null },
      firstCode: unitCode(keys.ring, batch, 0),
      lastCode: unitCode(keys.ring, batch, batch.size - 1),
      ...(await batchStates(client, batch)),
      sheets: sheets.map((sheet) => {
        const { parts: _parts, ...shown } = manifestOf(keys, sheet)
        return shown
      }),
    }
  })
}

async function sheetOf(
  client: ClientBase,
  keys: LabelKeys,
  origin: string,
  wanted: LabelSheetInput,
  batch: PartyBatch,
  now: Date,
): Promise<LabelSheet> {
  const from = wanted.from ?? 0
  const to = wanted.to ?? batch.size
  if (from >= batch.size) throw new InputError('from', `from: the batch has labels 0 to ${batch.size - 1}`)
  if (to <= from || to > batch.size) {
    throw new InputError('to', `to: must be more than ${from} and at most ${batch.size}`)
  }
  const drawn = wanted.format === 'pdf' || wanted.format.startsWith('svg-')
  if (drawn && !wanted.layout) throw new InputError('layout', `layout: is needed for ${wanted.format}`)
  const png = wanted.format === 'png-symbols'
  if (png && wanted.dpi === undefined) {
    throw new InputError('dpi', 'dpi: is needed for png-symbols; most label printers have 203, 300 or 600')
  }
  const layout = pageLayout(drawn && wanted.layout ? wanted.layout : NO_LAYOUT)
  const signed = wanted.kind === 'signed' ? await signedFields(client, keys, batch, now) : null
  const names = await productNames(client, batch.partyNo, [batch.productRef])
  const sheet = {
    origin,
    batch: { batchNo: batch.batchNo, epoch: batch.epoch, size: batch.size },
    gtin: batch.gtin,
    format: wanted.format,
    from,
    to,
    layout,
    dpi: png ? (wanted.dpi ?? null) : null,
    text: {
      productName: names.get(batch.productRef)?.normalize('NFC') ?? null,
      lotCode: batch.lotCode?.normalize('NFC') ?? null,
      packedOn: batch.packedOn,
      bestBefore: batch.bestBefore,
      lines: batch.printedLines,
    },
    signed,
    madeAt: now.toISOString(),
  }
  const first = labelAt(keys, sheet, from)
  const symbol = printedSymbol(
    qrSize(first.prefix, first.digits),
    wanted.symbolMm ?? (wanted.kind === 'signed' ? 20 : 15),
    sheet.dpi,
  )
  if (drawn) checkFits(layout, symbol.widthMm)
  return { ...sheet, symbol }
}

async function signedFields(
  client: ClientBase,
  { signer }: LabelKeys,
  batch: PartyBatch,
  now: Date,
): Promise<NonNullable<LabelSheet['signed']>> {
  const passport = await newestPassport(client, 'transaction', batch.partyNo, batch.productRef)
  const day = batch.packedOn ?? vietnamDay(now)
  const { stars, recognition } = recognitionStateOn(passport?.body.recognitions ?? [], day)
  return {
    keyId: signer.newest,
    batchTag: batch.batchNo % BATCH_TAGS,
    productNo: await productNoOf(client, batch.partyNo, batch.productRef),
    stars,
    validTo: stars === null || recognition === null ? null : lastDay(recognition),
    packedOn: batch.packedOn,
  }
}

function manifestOf(keys: LabelKeys, { sheetNo, batchNo, sheet }: LabelSheetRecord): SheetManifest {
  const { contentType, extension, partSize: usual } = FORMATS[sheet.format]
  const paged = sheet.format === 'pdf' || sheet.format === 'svg-sheets'
  const perPage = labelsAPage(sheet.layout)
  // Whole pages, so that the parts together are the pages of the whole.
  const partSize = paged ? Math.floor(usual / perPage) * perPage : usual
  const count = Math.ceil((sheet.to - sheet.from) / partSize)
  const parts = Array.from({ length: count }, (_, i): SheetPart => {
    const from = sheet.from + i * partSize
    const to = Math.min(from + partSize, sheet.to)
    return { part: i + 1, from, to, fileName: fileName(batchNo, from, to, extension), etag: fileTag(sheet, from, to) }
  })
  const drawn = paged || sheet.format === 'svg-labels'
  // A key that signs no more can show no example; the sheet's files are refused then, with the reason.
  const example = sheet.signed === null || keys.signer.canSign(sheet.signed.keyId)
  return {
    sheetNo,
    batchNo,
    format: sheet.format,
    kind: sheet.signed ? 'signed' : 'plain',
    contentType,
    from: sheet.from,
    to: sheet.to,
    size: sheet.to - sheet.from,
    madeAt: sheet.madeAt,
    symbol: sheet.symbol,
    firstUrl: example ? urlOf(labelAt(keys, sheet, sheet.from)) : '',
    leftOut: drawn ? labelFace(sheet.layout.label, sheet.symbol.widthMm, sheet.text).leftOut : [],
    partSize,
    parts,
  }
}

/** Name of the file of labels `from` to `to`, counted from 1 as people do. */
export function fileName(batchNo: number, from: number, to: number, extension: string): string {
  return `tem-${batchNo}-${from + 1}-${to}.${extension}`
}
