import { InputError } from '../storage/input-error.ts'
import { QUIET_ZONE } from './qr-matrix.ts'

/** Module of a QR symbol at retail, in millimetres (GS1 General Specifications, symbol specification table 1). */
export const LEAST_MODULE_MM = 0.396
export const MOST_MODULE_MM = 0.99

export interface PrintedSymbol {
  /** QR version. */
  version: number
  /** Modules a side with the quiet zone. */
  across: number
  /** Millimetres of one module as it is printed. */
  moduleMm: number
  /** Millimetres a side with the quiet zone. */
  widthMm: number
}

/**
 * What a symbol of `size` modules becomes in a square of `wantedMm` millimetres, quiet zone of 4 modules included. With a
 * printer's `dpi`, a module is a whole number of dots and the symbol shrinks to it. Throws InputError naming `symbolMm`
 * and the width that is needed when a module would be smaller than GS1 allows, or larger.
 */
export function printedSymbol(
  { version, size }: { version: number; size: number },
  wantedMm: number,
  dpi: number | null = null,
): PrintedSymbol {
  const across = size + 2 * QUIET_ZONE
  const dotMm = dpi === null ? null : 25.4 / dpi
  // Widths are told to a tenth of a millimetre; a width told must be one that is taken.
  const moduleMm = dotMm === null ? wantedMm / across : Math.floor((wantedMm + 1e-9) / across / dotMm) * dotMm
  const needed = dotMm === null ? LEAST_MODULE_MM : Math.ceil(LEAST_MODULE_MM / dotMm - 1e-9) * dotMm
  const at = dpi === null ? '' : ` at ${dpi} dots an inch`
  const shape = `a QR symbol of version ${version}: ${size} modules and a quiet zone of 4 on each side`
  if (moduleMm < LEAST_MODULE_MM - 1e-9) {
    const neededMm = tenths(Math.ceil(needed * across * 10 - 1e-6) / 10)
    throw new InputError(
      'symbolMm',
      `symbolMm: ${tenths(wantedMm)} mm makes modules of ${moduleMm.toFixed(3)} mm${at}, and GS1 asks for ${LEAST_MODULE_MM} mm. ` +
        `This label needs ${neededMm} mm (${shape})`,
    )
  }
  if (moduleMm > MOST_MODULE_MM + 1e-9) {
    throw new InputError(
      'symbolMm',
      `symbolMm: ${tenths(wantedMm)} mm makes modules of ${moduleMm.toFixed(3)} mm, and GS1 allows ${MOST_MODULE_MM} mm. ` +
        `Make it ${tenths(Math.floor(MOST_MODULE_MM * across * 10 + 1e-6) / 10)} mm at most (${shape})`,
    )
  }
  return { version, across, moduleMm, widthMm: moduleMm * across }
}

function tenths(millimetres: number): string {
  return String(Math.round(millimetres * 10) / 10)
}
