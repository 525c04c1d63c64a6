import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { SIGNED, sampleSheet } from '../testing/sample-sheet.ts'
import type { LabelSheet } from './label-sheet.ts'

const CHILD = fileURLToPath(new URL('../testing/label-stream.mjs', import.meta.url))
const MIB = 2 ** 20
const run = promisify(execFile)

async function streamed(sheet: LabelSheet, to: number, kept = '') {
  const env = {
    ...process.env,
    SHEET: JSON.stringify(sheet),
    FROM: '0',
    TO: String(to),
    KEPT: kept,
    CODE_KEY: '0f'.repeat(32),
    LABEL_KEY: '1a'.repeat(32),
  }
  // A small heap for young objects, so that growth shows what is kept and not how lazily garbage is collected.
  const flags = ['--expose-gc', '--max-semi-space-size=4']
  const { stdout } = await run(process.execPath, [...flags, CHILD], { env })
  return JSON.parse(stdout) as {
    firstMs: number
    seconds: number
    bytes: number
    growth: number
    kept: number
    samples: number
  }
}

describe('a label file as it is made', () => {
  it.each([
    ['200,000 lines of CSV', sampleSheet({ format: 'csv' }), 200_000, 24],
    [
      '10,000 labels as PDF sheets',
      sampleSheet({ format: 'pdf', layout: { sheet: 'a4-65', cropMarks: false } }),
      10_000,
      48,
    ],
    [
      '10,000 signed labels as SVG',
      sampleSheet({ signed: SIGNED, layout: { rollWidthMm: 45, rollHeightMm: 21 } }),
      10_000,
      48,
    ],
  ] as const)('keeps memory flat: %s', { timeout: 120_000 }, async (_what, sheet, labels, mostMib) => {
    const { growth, bytes, firstMs } = await streamed(sheet, labels)
    expect(bytes).toBeGreaterThan(labels * 100)
    expect(growth / MIB).toBeLessThan(mostMib)
    expect(firstMs).toBeLessThan(100)
  })

  it('keeps a few hundred bytes a page of PDF and nothing else, once garbage is collected', async () => {
    const sheet = sampleSheet({ format: 'pdf', layout: { sheet: 'a4-132-cut', cropMarks: true } })
    const { bytes, kept, samples } = await streamed(sheet, 12_000, '1')
    expect(bytes).toBeGreaterThan(2 * MIB)
    expect(samples).toBeGreaterThan(10)
    expect(kept).toBeLessThan(MIB)
  }, 120_000)
})
