import type { Pool } from 'pg'
import { z } from 'zod'
import { refSchema } from '../identifiers/refs.ts'
import { MAX_BATCH_NO } from '../identifiers/unit-codes.ts'
import { checkRange, FORMATS, labelFile } from '../labels/label-file.ts'
import { fileTag, type LabelKeys, type LabelSheet } from '../labels/label-sheet.ts'
import {
  createLabelSheet,
  fileName,
  labelBatchPage,
  labelSheetOf,
  labelSheetSchema,
  listLabelBatches,
  type SheetManifest,
} from '../labels/label-sheets.ts'
import { SHEET_LAYOUTS } from '../labels/page-layouts.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { productNumbers } from '../storage/label-sheets.ts'
import { bodyWith, guarded } from './guarded.ts'
import { HttpError, json } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

export interface LabelParts {
  pool: Pool
  keys: LabelKeys
  /** Origin of the scan page, without trailing slash: what is printed. */
  storefrontUrl: string
}

const PRODUCT_NUMBERS_A_PAGE = 1_000
const numberText = z.string().regex(/^[0-9]{1,10}$/, 'must be a whole number')
const listSchema = z.strictObject({
  productRef: refSchema.nullable().default(null),
  before: numberText.transform(Number).nullable().default(null),
})
const rangeSchema = z.strictObject({
  from: numberText.transform(Number).optional(),
  to: numberText.transform(Number).optional(),
})
const afterSchema = z.strictObject({ after: numberText.transform(Number).default(0) })

/** Label batches and print sheets, for the shop on behalf of a producer it has let in; and the keys of signed labels. */
export function labelRoutes({ pool, keys, storefrontUrl }: LabelParts): Route[] {
  async function sheetOfPath({ params }: Request): Promise<{ sheet: LabelSheet; manifest: SheetManifest }> {
    const found = await labelSheetOf(pool, keys, params.party ?? '', params.sheet ?? '')
    if (!found) throw new HttpError(404, 'label_sheet_unknown', 'The party has no such print sheet')
    return found
  }

  return [
    {
      method: 'GET',
      pattern: '/labels/keys',
      handle: () =>
        json(
          200,
          {
            keys: keys.signer.keys.map(({ id, publicKey }) => ({
              id,
              algorithm: 'Ed25519',
              publicKey: Buffer.from(publicKey).toString('base64url'),
              signs: keys.signer.canSign(id),
            })),
          },
          { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
        ),
    },
    {
      method: 'GET',
      pattern: '/internal/label-layouts',
      handle: guarded(async () => json(200, { layouts: SHEET_LAYOUTS })),
    },
    {
      method: 'GET',
      pattern: '/internal/product-numbers',
      handle: guarded(async ({ query }) => {
        const { after } = parseInput(afterSchema, Object.fromEntries(query))
        const products = await productNumbers(pool, after, PRODUCT_NUMBERS_A_PAGE)
        const next = products.length === PRODUCT_NUMBERS_A_PAGE ? (products.at(-1)?.productNo ?? null) : null
        return json(200, { products, next })
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-batches',
      handle: guarded(async ({ params, query }) => {
        const page = parseInput(listSchema, Object.fromEntries(query))
        return json(200, await listLabelBatches(pool, params.party ?? '', page))
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-batches/:batch',
      handle: guarded(async ({ params }) => {
        const page = await labelBatchPage(pool, keys, params.party ?? '', batchNoOf(params.batch))
        if (!page) throw new HttpError(404, 'label_batch_unknown', 'The party has no such label batch')
        return json(200, page)
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/parties/:party/label-sheets',
      handle: guarded(async (request) => {
        const wanted = parseInput(labelSheetSchema, await bodyWith(request, 'partyRef', 'party'))
        return json(200, await createLabelSheet(pool, keys, storefrontUrl, wanted))
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-sheets/:sheet',
      handle: guarded(async (request) => json(200, (await sheetOfPath(request)).manifest)),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-sheets/:sheet/file',
      handle: guarded(async (request) => {
        const { sheet } = await sheetOfPath(request)
        const { from, to } = parseInput(rangeSchema, Object.fromEntries(request.query))
        return fileAnswer(keys, request, sheet, from ?? sheet.from, to ?? sheet.to)
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-sheets/:sheet/parts/:part',
      handle: guarded(async (request) => {
        const { sheet, manifest } = await sheetOfPath(request)
        const part = manifest.parts.find(({ part }) => String(part) === request.params.part)
        if (!part) {
          throw new HttpError(404, 'label_part_unknown', `The print sheet has parts 1 to ${manifest.parts.length}`)
        }
        return fileAnswer(keys, request, sheet, part.from, part.to)
      }),
    },
  ]
}

/** A file made while it is sent. Its tag is known before its bytes: who has them already is told so at once. */
function fileAnswer(keys: LabelKeys, { incoming }: Request, sheet: LabelSheet, from: number, to: number): Answer {
  checkRange(sheet, from, to)
  if (sheet.signed && !keys.signer.canSign(sheet.signed.keyId)) {
    throw new HttpError(
      409,
      'label_key_retired',
      `This print sheet is signed with key ${sheet.signed.keyId}, which signs no more. Make a new print sheet for the labels that are not printed yet.`,
    )
  }
  const etag = `"${fileTag(sheet, from, to)}"`
  const { contentType, extension } = FORMATS[sheet.format]
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    'x-label-from': String(from),
    'x-label-to': String(to),
  }
  const held = String(incoming.headers['if-none-match'] ?? '').split(/\s*,\s*/)
  if (held.includes(etag)) return { status: 304, headers, body: '' }
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName(sheet.batch.batchNo, from, to, extension)}"`,
    },
    // A stream that HEAD throws away unread costs nothing: nothing is made before it is read.
    body: labelFile(keys, sheet, from, to),
  }
}

function batchNoOf(text: string | undefined): number {
  const batchNo = /^[0-9]{1,9}$/.test(text ?? '') ? Number(text) : 0
  if (batchNo < 1 || batchNo > MAX_BATCH_NO) {
    throw new InputError('batchNo', `batchNo: must be a whole number from 1 to ${MAX_BATCH_NO}`)
  }
  return batchNo
}
