import { describe, expect, it } from 'vitest'
import { labelFace } from './label-face.ts'

const TEXT = {
  productName: 'Khô cá sặc rằn Tam Nông',
  lotCode: 'HS261015',
  packedOn: '2026-10-15',
  bestBefore: '2027-10-15',
  lines: ['Bảo quản nơi khô ráo'],
}
const CODE = '0ABCDEFGHJKMNPQR'
const written = (face: ReturnType<typeof labelFace>) =>
  [...face.lines, ...face.codeLines(CODE)].map(({ text }) => text).join('\n')

describe('the face of a label', () => {
  it.each([
    [40, 16, 15],
    [24, 30, 20],
    [17, 23, 15],
    [38.1, 21.2, 20],
    [70, 37, 20],
  ])('of %d × %d mm keeps symbol and text within the label and apart', (width, height, symbol) => {
    const face = labelFace({ width, height }, symbol, TEXT)
    const code = face.codeLines('W'.repeat(16).replaceAll('W', 'M'))
    expect(code.length).toBeGreaterThan(0)
    for (const { x, y, size, width: long } of [...face.lines, ...code]) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + long).toBeLessThanOrEqual(width)
      expect(y - size).toBeGreaterThanOrEqual(-0.2)
      expect(y + 0.3 * size).toBeLessThanOrEqual(height)
      expect(size).toBeGreaterThanOrEqual(1.4)
      const { symbol: at } = face
      const clear = x >= at.x + symbol || y - 0.95 * size >= at.y + symbol - 1e-9
      expect(clear).toBe(true)
    }
  })

  it('writes the product first and the code in groups last', () => {
    expect(written(labelFace({ width: 70, height: 37 }, 20, TEXT))).toBe(
      'Khô cá sặc rằn Tam Nông\nLô: HS261015\nHSD: 15/10/2027\nNĐG: 15/10/2026\nBảo quản nơi khô ráo\n0ABC-DEFG-HJKM-NPQR',
    )
  })

  it('leaves out what has no room from the end, keeps the code longest, and says so', () => {
    const small = labelFace({ width: 17, height: 23 }, 15, TEXT)
    expect(written(small)).toContain('0ABC')
    expect(small.leftOut).toContain('lines.0')
    expect(labelFace({ width: 15, height: 15 }, 15, TEXT)).toMatchObject({
      lines: [],
      leftOut: ['productName', 'lotCode', 'bestBefore', 'packedOn', 'lines.0', 'code'],
    })
  })

  it('cuts a name that is too long for two rows, and says so', () => {
    const face = labelFace({ width: 40, height: 21 }, 20, {
      ...TEXT,
      productName: 'Mứt dừa non sáp thượng hạng '.repeat(6).trim(),
    })
    expect(face.leftOut).toContain('productName')
    expect(written(face)).toContain('…')
  })
})
