import { codeRing } from '../identifiers/unit-codes.ts'
import { type LabelKeys, type LabelSheet, labelAt } from '../labels/label-sheet.ts'
import { createLabelSigner } from '../labels/label-signer.ts'
import { type LayoutInput, layoutSchema, pageLayout } from '../labels/page-layouts.ts'
import { qrSize } from '../labels/qr-matrix.ts'
import { printedSymbol } from '../labels/symbol-size.ts'

export const LABEL_KEYS: LabelKeys = {
  ring: codeRing({ 0: '0f'.repeat(32) }),
  signer: createLabelSigner({ 0: '1a'.repeat(32) }),
}

/** A print sheet for tests: plain 15 mm labels of 40 × 16 mm on a roll unless told otherwise. */
export function sampleSheet({
  layout = { rollWidthMm: 40, rollHeightMm: 16 },
  symbolMm,
  ...changes
}: Partial<Omit<LabelSheet, 'layout' | 'symbol'>> & { layout?: LayoutInput; symbolMm?: number } = {}): LabelSheet {
  const sheet = {
    origin: 'https://saolang.vn',
    batch: { batchNo: 4711, epoch: 0, size: 1_000_000 },
    gtin: null,
    format: 'svg-labels' as const,
    from: 0,
    to: 1_000_000,
    layout: pageLayout(layoutSchema.parse(layout)),
    dpi: null,
    text: {
      productName: 'Khô cá sặc rằn Tam Nông',
      lotCode: 'HS261015',
      packedOn: '2026-10-15',
      bestBefore: '2027-10-15',
      lines: ['Bảo quản nơi khô ráo'],
    },
    signed: null,
    madeAt: '2026-11-22T03:00:00.000Z',
    ...changes,
  }
  const first = labelAt(LABEL_KEYS, sheet, sheet.from)
  const wanted = symbolMm ?? (sheet.signed ? 20 : sheet.dpi === null ? 15 : 16)
  return { ...sheet, symbol: printedSymbol(qrSize(first.prefix, first.digits), wanted, sheet.dpi) }
}

export const SIGNED: LabelSheet['signed'] = {
  keyId: 0,
  batchTag: 4711,
  productNo: 17,
  stars: 4,
  validTo: '2028-02-29',
  packedOn: '2026-10-15',
}
