import { crc32, deflateSync } from 'node:zlib'
import { type QrMatrix, QUIET_ZONE } from './qr-matrix.ts'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/**
 * A PNG of a symbol with its quiet zone: one bit a pixel, `dots` pixels a module, and the physical size for a printer of
 * `dpi` dots an inch (PNG specification, third edition, 11.2 and 11.3.4.3).
 */
export function symbolPng({ size, modules }: QrMatrix, dots: number, dpi: number): Buffer {
  const width = (size + 2 * QUIET_ZONE) * dots
  const stride = 1 + Math.ceil(width / 8)
  const light = Buffer.alloc(stride, 0xff)
  light[0] = 0
  const image = Buffer.alloc(stride * width)
  for (let row = 0; row < size + 2 * QUIET_ZONE; row++) {
    const line = Buffer.from(light)
    const own = row - QUIET_ZONE
    if (own >= 0 && own < size) {
      for (let column = 0; column < size; column++) {
        if (modules[own * size + column] === 1) darken(line, (column + QUIET_ZONE) * dots, dots)
      }
    }
    for (let dot = 0; dot < dots; dot++) line.copy(image, (row * dots + dot) * stride)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 1
  const perMetre = Buffer.alloc(9)
  perMetre.writeUInt32BE(Math.round(dpi / 0.0254), 0)
  perMetre.writeUInt32BE(Math.round(dpi / 0.0254), 4)
  perMetre[8] = 1
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('pHYs', perMetre),
    chunk('IDAT', deflateSync(image, { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function darken(line: Buffer, from: number, count: number): void {
  for (let x = from; x < from + count; x++) line[1 + (x >> 3)] = (line[1 + (x >> 3)] as number) & ~(0x80 >> (x & 7))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
