import QRCode, { type QRCodeSegment } from 'qrcode'

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
  return { version, size: modules.size, modules: best(plain, masksOf(version, modules.size, segments, plain)) }
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
const learned = new Map<number, Uint8Array[]>()

function masksOf(version: number, size: number, segments: QRCodeSegment[], plain: Uint8Array): Uint8Array[] {
  const known = learned.get(version)
  if (known) return known
  const masks = MASKS.map((maskPattern) => {
    const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'M', version, maskPattern })
    const data = modules.data as Uint8Array
    return Uint8Array.from({ length: size * size }, (_, at) => (data[at] ?? 0) ^ (plain[at] ?? 0))
  })
  learned.set(version, masks)
  return masks
}

function best(plain: Uint8Array, masks: Uint8Array[]): Uint8Array {
  const size = Math.sqrt(plain.length)
  let chosen = plain
  let lowest = Number.POSITIVE_INFINITY
  for (const mask of masks) {
    const masked = new Uint8Array(plain.length)
    for (let at = 0; at < masked.length; at++) masked[at] = (plain[at] as number) ^ (mask[at] as number)
    const score = penalty(masked, size, lowest)
    if (score < lowest) {
      lowest = score
      chosen = masked
    }
  }
  return chosen
}

/** Penalty of ISO/IEC 18004 table 11; stops when it is no lower than `limit`. */
function penalty(modules: Uint8Array, size: number, limit: number): number {
  let dark = 0
  for (let at = 0; at < modules.length; at++) dark += modules[at] as number
  let points = 10 * Math.abs(Math.ceil((dark * 100) / modules.length / 5) - 10)
  for (let line = 0; line < size && points < limit; line++) {
    points += linePenalty(modules, line * size, 1, size) + linePenalty(modules, line, size, size)
    if (line > 0) points += blockPenalty(modules, line * size, size)
  }
  return points
}

/** Runs of five and more (3 points and one for each more), and 1:1:3:1:1 beside four light modules (40 points). */
function linePenalty(modules: Uint8Array, start: number, step: number, size: number): number {
  let points = 0
  let run = 0
  let last = -1
  let window = 0
  for (let i = 0, at = start; i < size; i++, at += step) {
    const module = modules[at] as number
    if (module === last) {
      run++
      if (run === 5) points += 3
      else if (run > 5) points++
    } else {
      run = 1
      last = module
    }
    window = ((window << 1) & 0x7ff) | module
    if (i >= 10 && (window === 0x5d0 || window === 0x05d)) points += 40
  }
  return points
}

/** Blocks of two by two in one colour, 3 points each, of a row and the row above it. */
function blockPenalty(modules: Uint8Array, row: number, size: number): number {
  let points = 0
  let before = (modules[row] as number) + (modules[row - size] as number)
  for (let at = row + 1; at < row + size; at++) {
    const pair = (modules[at] as number) + (modules[at - size] as number)
    if (pair === before && pair !== 1) points += 3
    before = pair
  }
  return points
}
