import QRCode, { type QRCodeSegment } from 'qrcode'
import { maskPenalty, type PackedModules, packModules } from './qr-mask-penalty.ts'

/** A QR symbol without its quiet zone: `size` × `size` modules, row by row, 1 is dark. */
export interface QrMatrix {
  version: number
  size: number
  modules: Uint8Array
}

/** Modules of light around a symbol that nothing may be printed in (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE = 4

/** Everything the alphanumeric mode of ISO/IEC 18004 can carry, 5.5 bits a character instead of 8. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/
const MASKS = [0, 1, 2, 3, 4, 5, 6, 7] as const

/**
 * The QR symbol of a text at level M, smallest version, with the mask of the lowest penalty (ISO/IEC 18004, 7.8.3).
 * `digits` follow the text in numeric mode. The library encodes; choosing among its eight masks is done here, because
 * that is nine tenths of its time: masks only turn modules over, the same ones for every text of a version.
 */
export function qrMatrix(text: string, digits = ''): QrMatrix {
  const segments = segmentsOf(text, digits)
  const { version, modules } = QRCode.create(segments, { errorCorrectionLevel: 'M', maskPattern: 0 })
  const plain = modules.data as Uint8Array
  const masks = masksOf(version, modules.size, segments, plain)
  return { version, size: modules.size, modules: bestMasked(plain, modules.size, masks) }
}

/** Modules a side of the symbol of a text, without the quiet zone. */
export function qrSize(text: string, digits = ''): { version: number; size: number } {
  const { version, modules } = QRCode.create(segmentsOf(text, digits), { errorCorrectionLevel: 'M', maskPattern: 0 })
  return { version, size: modules.size }
}

function segmentsOf(text: string, digits: string): QRCodeSegment[] {
  const first: QRCodeSegment = ALPHANUMERIC.test(text)
    ? { data: text, mode: 'alphanumeric' }
    : { data: new TextEncoder().encode(text), mode: 'byte' }
  return digits === '' ? [first] : [first, { data: digits, mode: 'numeric' }]
}

/** For each mask: the modules that differ from mask 0, format information included. */
interface Mask {
  modules: Uint8Array
  packed: PackedModules
}
const learned = new Map<number, Mask[]>()

function masksOf(version: number, size: number, segments: QRCodeSegment[], plain: Uint8Array): Mask[] {
  const known = learned.get(version)
  if (known) return known
  const masks = MASKS.map((maskPattern) => {
    const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'M', version, maskPattern })
    const differing = xor(plain, modules.data as Uint8Array)
    return { modules: differing, packed: packModules(differing, size) }
  })
  learned.set(version, masks)
  return masks
}

function bestMasked(plain: Uint8Array, size: number, masks: readonly Mask[]): Uint8Array {
  const packed = packModules(plain, size)
  let chosen: Mask | null = null
  let lowest = Number.POSITIVE_INFINITY
  for (const mask of masks) {
    const score = maskPenalty(packed, mask.packed)
    if (score < lowest) {
      lowest = score
      chosen = mask
    }
  }
  return chosen ? xor(plain, chosen.modules) : plain
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length)
  for (let at = 0; at < out.length; at++) out[at] = (a[at] as number) ^ (b[at] as number)
  return out
}
