import { z } from 'zod'
import { daySchema } from '../events/place.ts'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { gtinAt } from '../storage/gtins.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLot } from '../storage/lots.ts'
import { productNames } from '../storage/passports.ts'
import { SIGNED_LABEL_DIGITS } from '../verify/signed-label-text.ts'
import { printedLinesSchema } from './label-batches.ts'
import { labelFace } from './label-face.ts'
import type { Label, LabelSheet } from './label-sheet.ts'
import { labelSvg } from './label-svg.ts'
import { checkFits, layoutSchema, pageLayout } from './page-layouts.ts'
import { scanPageUrl } from './qr.ts'
import { qrSize } from './qr-matrix.ts'
import { printedSymbol } from './symbol-size.ts'

/** Stands on a preview and is no code of any batch. */
const NO_CODE = '0'.repeat(16)

export const labelPreviewSchema = z.strictObject({
  partyRef: refSchema,
  productRef: refSchema,
  lotRef: refSchema.nullable(),
  packedOn: daySchema.nullable(),
  bestBefore: daySchema.nullable(),
  printedLines: printedLinesSchema,
  kind: z.enum(['plain', 'signed']),
  layout: layoutSchema,
})
export type LabelPreviewInput = z.infer<typeof labelPreviewSchema>

/**
 * One label as it would be printed, before a batch is made: an SVG document in millimetres, with a code of zeros, which no
 * label has. `leftOut` names texts that are cut or not there because the label is too small, as a print sheet's manifest
 * does. Throws InputError when party or lot is unknown, or the symbol does not fit the label.
 */
export async function labelPreview(
  db: Database,
  origin: string,
  input: LabelPreviewInput,
): Promise<{ svg: string; leftOut: string[] }> {
  const wanted = parseInput(labelPreviewSchema, input)
  const { gtin, text } = await inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, wanted.partyRef)
    const lot = wanted.lotRef === null ? null : await findLot(client, partyNo, wanted.lotRef)
    if (wanted.lotRef !== null && !lot) {
      throw new InputError('lotRef', `lotRef: the party has no lot "${wanted.lotRef}"`)
    }
    const names = await productNames(client, partyNo, [wanted.productRef])
    const text = {
      productName: names.get(wanted.productRef)?.normalize('NFC') ?? null,
      lotCode: lot?.lotCode.normalize('NFC') ?? null,
      packedOn: wanted.packedOn ?? lot?.packedOn ?? null,
      bestBefore: wanted.bestBefore ?? lot?.bestBefore ?? null,
      lines: wanted.printedLines.map((line) => line.normalize('NFC')),
    }
    const now = new Date().toISOString()
    return { gtin: await gtinAt(client, 'transaction', partyNo, wanted.productRef, now), text }
  })
  const signed = wanted.kind === 'signed'
  const label: Label = {
    index: 0,
    code: NO_CODE,
    prefix: signed ? scanPageUrl(origin, NO_CODE).slice(0, -NO_CODE.length) : scanPageUrl(origin, NO_CODE, gtin),
    digits: signed ? '0'.repeat(SIGNED_LABEL_DIGITS) : '',
  }
  const layout = pageLayout(wanted.layout)
  const symbol = printedSymbol(qrSize(label.prefix, label.digits), signed ? 20 : 15)
  checkFits(layout, symbol.widthMm)
  const sheet: LabelSheet = {
    ...{ origin, layout, symbol, text, gtin, format: 'svg-labels', from: 0, to: 1, dpi: null, signed: null },
    ...{ batch: { batchNo: 1, epoch: 0, size: 1 }, madeAt: '' },
  }
  const face = labelFace(layout.label, symbol.widthMm, text)
  return { svg: labelSvg(sheet, face)(label), leftOut: face.leftOut }
}
