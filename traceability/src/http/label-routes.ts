import type { Pool } from 'pg'
import { z } from 'zod'
import { refSchema } from '../identifiers/refs.ts'
import { MAX_BATCH_NO } from '../identifiers/unit-codes.ts'
import { labelPreview, labelPreviewSchema } from '../labels/label-preview.ts'
import type { LabelKeys, LabelSheet } from '../labels/label-sheet.ts'
import {
  createLabelSheet,
  labelBatchPage,
  labelSheetOf,
  labelSheetSchema,
  listLabelBatches,
  type SheetManifest,
  type SheetPart,
} from '../labels/label-sheets.ts'
import { SHEET_LAYOUTS } from '../labels/page-layouts.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { productNumbers } from '../storage/label-sheets.ts'
import { bodyWith, guarded } from './guarded.ts'
import { labelFiles } from './label-files.ts'
import { HttpError, json } from './respond.ts'
import type { Request, Route } from './router.ts'

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
  const files = labelFiles(keys)

  async function sheetOfPath({ params }: Request): Promise<{ sheet: LabelSheet; manifest: SheetManifest }> {
    const found = await labelSheetOf(pool, keys, params.party ?? '', params.sheet ?? '')
    if (!found) throw new HttpError(404, 'label_sheet_unknown', 'The party has no such print sheet')
    return found
  }

  async function partOfPath(request: Request): Promise<{ sheet: LabelSheet; part: SheetPart }> {
    const { sheet, manifest } = await sheetOfPath(request)
    const part = manifest.parts.find(({ part }) => String(part) === request.params.part)
    if (!part) {
      throw new HttpError(404, 'label_part_unknown', `The print sheet has parts 1 to ${manifest.parts.length}`)
    }
    return { sheet, part }
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
        return files.answer(request, sheet, from ?? sheet.from, to ?? sheet.to)
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-sheets/:sheet/parts/:part',
      handle: guarded(async (request) => {
        const { sheet, part } = await partOfPath(request)
        return files.answer(request, sheet, part.from, part.to)
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-sheets/:sheet/parts/:part/digest',
      handle: guarded(async (request) => {
        const { sheet, part } = await partOfPath(request)
        return files.digest(sheet, part.from, part.to)
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/parties/:party/label-preview',
      handle: guarded(async (request) => {
        const wanted = parseInput(labelPreviewSchema, await bodyWith(request, 'partyRef', 'party'))
        return json(200, await labelPreview(pool, storefrontUrl, wanted))
      }),
    },
  ]
}

/** Number of a label batch in a path. Throws InputError. */
export function batchNoOf(text: string | undefined): number {
  const batchNo = /^[0-9]{1,9}$/.test(text ?? '') ? Number(text) : 0
  if (batchNo < 1 || batchNo > MAX_BATCH_NO) {
    throw new InputError('batchNo', `batchNo: must be a whole number from 1 to ${MAX_BATCH_NO}`)
  }
  return batchNo
}
