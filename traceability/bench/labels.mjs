// Run it alone, after a build: BENCH_DATABASE_URL=postgres://… node bench/labels.mjs
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { codeRing } from '../dist/identifiers/unit-codes.js'
import { createLabelBatch } from '../dist/labels/label-batches.js'
import { createLabelSheet, labelSheetOf } from '../dist/labels/label-sheets.js'
import { createLabelSigner } from '../dist/labels/label-signer.js'
import { storePassport } from '../dist/passports/passports.js'
import { migrate } from '../dist/storage/migrate.js'
import { benchDatabaseUrl, withBenchDatabase } from './bench-database.mjs'
import { samplePassport } from './sample-data.mjs'

const CHILD = fileURLToPath(new URL('../src/testing/label-stream.mjs', import.meta.url))
const CODE_KEY = '0f'.repeat(32)
const LABEL_KEY = '1a'.repeat(32)
const BATCHES = 20
const CODES_A_SECOND = 15_000
const IMAGES = 50_000
const IMAGES_SECONDS = 30
const PDF_LABELS = 10_000
const PDF_MIB = 64
const run = promisify(execFile)

/**
 * Labels: a batch of a million issued, its codes streamed, 50,000 label images, a PDF of 10,000. In: a PostgreSQL URL whose
 * user may create databases. Out: rows of the benchmark table; `ratio` is how far above its bar a figure is. Each file is
 * made by a process of its own on one core. The database it makes is dropped.
 */
export async function benchLabels({ databaseUrl }) {
  return withBenchDatabase(databaseUrl, 'labels', async (url) => {
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    try {
      await migrate(url)
      return await measure(pool)
    } finally {
      await pool.end()
    }
  })
}

async function measure(pool) {
  const keys = { ring: codeRing({ 0: CODE_KEY }), signer: createLabelSigner({ 0: LABEL_KEY }) }
  // Labels are for recognised products alone.
  const passport = samplePassport('bench-product', 'bench')
  await storePassport(pool, { messageId: 'bench', partyRef: 'bench', passport })
  const times = []
  let batch
  for (let i = 0; i < BATCHES; i++) {
    const started = performance.now()
    batch = await createLabelBatch(pool, {
      partyRef: 'bench',
      productRef: 'bench-product',
      lotRef: null,
      size: 1_000_000,
      epoch: 0,
      printedLines: ['Khô cá sặc rằn', 'Giữ nơi khô ráo'],
      requestKey: `batch-${i}`,
    })
    times.push((performance.now() - started) / 1000)
  }
  const slowest = Math.max(...times)

  async function streamed(wanted, labels) {
    const input = { partyRef: 'bench', batchNo: batch.batchNo, kind: 'plain', requestKey: wanted.format }
    const { sheetNo } = await createLabelSheet(pool, keys, 'https://saolang.vn', { ...input, ...wanted })
    const { sheet } = await labelSheetOf(pool, keys, 'bench', sheetNo)
    const env = { ...process.env, SHEET: JSON.stringify(sheet), FROM: '0', TO: String(labels), CODE_KEY, LABEL_KEY }
    const { stdout } = await run(process.execPath, ['--expose-gc', '--max-semi-space-size=4', CHILD], { env })
    return JSON.parse(stdout)
  }
  const csv = await streamed({ format: 'csv' }, 1_000_000)
  const images = await streamed({ format: 'svg-labels', layout: { rollWidthMm: 40, rollHeightMm: 20 } }, IMAGES)
  const pdf = await streamed({ format: 'pdf', layout: { sheet: 'a4-65', cropMarks: false } }, PDF_LABELS)
  const growth = Math.max(pdf.growth / 2 ** 20, 0.1)
  return [
    row('label batch of 1,000,000 issued, slowest of 20', slowest, 1, 's', 1 / slowest),
    row(
      'codes streamed as CSV',
      1_000_000 / csv.seconds,
      CODES_A_SECOND,
      'codes/s',
      1_000_000 / csv.seconds / CODES_A_SECOND,
    ),
    row('50,000 label images', images.seconds, IMAGES_SECONDS, 's', IMAGES_SECONDS / images.seconds),
    row('PDF of 10,000 labels: memory grown', growth, PDF_MIB, 'MiB', PDF_MIB / growth),
    row('PDF of 10,000 labels: time', pdf.seconds, null, 's', null),
  ]
}

/** The peer of these figures is their bar. */
function row(name, ours, peer, unit, ratio) {
  return { name: `labels: ${name}`, ours, peer, unit, ratio, bar: ratio === null ? null : 1 }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await benchLabels({ databaseUrl: benchDatabaseUrl() }), null, 2))
}
