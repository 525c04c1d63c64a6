import { createHash } from 'node:crypto'
import { type BatchOfCodes, type CodeRing, unitCode } from '../identifiers/unit-codes.ts'
import { canonicalJson } from '../storage/request-keys.ts'
import type { SignedLabelFields } from '../verify/signed-label-text.ts'
import type { LabelText } from './label-face.ts'
import type { LabelSigner } from './label-signer.ts'
import type { PageLayout } from './page-layouts.ts'
import { scanPageUrl } from './qr.ts'
import { type QrMatrix, qrMatrix } from './qr-matrix.ts'
import type { PrintedSymbol } from './symbol-size.ts'

export const SHEET_FORMATS = ['pdf', 'svg-sheets', 'svg-labels', 'png-symbols', 'csv', 'urls'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

/**
 * A print sheet: everything that makes its bytes, frozen when it is made, so that a part fetched again next week is the
 * same to the byte.
 */
export interface LabelSheet {
  /** Origin of the scan page, without trailing slash. */
  origin: string
  batch: BatchOfCodes
  gtin: string | null
  format: SheetFormat
  /** Labels from (included) to (excluded). */
  from: number
  to: number
  layout: PageLayout
  symbol: PrintedSymbol
  /** Dots an inch of the printer that PNG symbols are made for; null for other formats. */
  dpi: number | null
  text: LabelText
  /** What signed labels say besides their code; null for plain ones. */
  signed: Omit<SignedLabelFields, 'code'> | null
  /** UTC, ISO 8601; the time that files inside say they were made. */
  madeAt: string
}

/** What makes codes and signatures. */
export interface LabelKeys {
  ring: CodeRing
  signer: LabelSigner
}

/** One label: its place in the batch, its code and the address in its symbol, `digits` of which are in numeric mode. */
export interface Label {
  index: number
  code: string
  prefix: string
  digits: string
}

/** Raised whenever the same sheet would give other bytes, so that nobody joins parts of two renderings. */
const RENDERING = 1

/** Throws InputError when the index is outside of the batch or a key is missing. */
export function labelAt({ ring, signer }: LabelKeys, sheet: Omit<LabelSheet, 'symbol'>, index: number): Label {
  const code = unitCode(ring, sheet.batch, index)
  if (!sheet.signed) return { index, code, prefix: scanPageUrl(sheet.origin, code, sheet.gtin), digits: '' }
  return {
    index,
    code,
    prefix: scanPageUrl(sheet.origin, code).slice(0, -code.length),
    digits: signer.sign({ ...sheet.signed, code }),
  }
}

/** The address in the label's symbol. */
export function urlOf({ prefix, digits }: Label): string {
  return prefix + digits
}

export function matrixOf({ prefix, digits }: Label): QrMatrix {
  return qrMatrix(prefix, digits)
}

/** Strong validator of the bytes of labels `from` to `to` of a sheet, without making them. */
export function fileTag(sheet: LabelSheet, from: number, to: number): string {
  return createHash('sha256').update(canonicalJson({ RENDERING, sheet, from, to })).digest('hex').slice(0, 32)
}
