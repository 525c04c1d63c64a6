// Streams one label file in a process of its own and prints what it took, as JSON. Environment: SHEET (a LabelSheet as JSON),
// FROM, TO, CODE_KEY and LABEL_KEY (hex); KEPT=1 asks how much more is held in
// the second half than in the first, garbage collected. The reader takes its time now and then, as networks do.
import { codeRing } from '../../dist/identifiers/unit-codes.js'
import { labelFile } from '../../dist/labels/label-file.js'
import { createLabelSigner } from '../../dist/labels/label-signer.js'

const { SHEET, FROM, TO, CODE_KEY, LABEL_KEY, KEPT } = process.env
const keys = { ring: codeRing({ 0: CODE_KEY }), signer: createLabelSigner({ 0: LABEL_KEY }) }
const sheet = JSON.parse(SHEET)
// Fonts and compiled code are the process's, not the file's.
for await (const chunk of labelFile(keys, sheet, Number(FROM), Math.min(Number(TO), Number(FROM) + 500))) void chunk
globalThis.gc()
const before = process.memoryUsage.rss()
const samples = []
const started = performance.now()
let [firstMs, peak, bytes, chunks] = [null, before, 0, 0]
for await (const chunk of labelFile(keys, sheet, Number(FROM), Number(TO))) {
  firstMs ??= performance.now() - started
  bytes += chunk.length
  peak = Math.max(peak, process.memoryUsage.rss())
  if (KEPT && chunks % 5 === 0) {
    globalThis.gc()
    samples.push(held())
  }
  if (++chunks % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
}
const seconds = (performance.now() - started) / 1000
const cpu = process.cpuUsage()
const half = Math.floor(samples.length / 2)
const kept = Math.max(...samples.slice(half)) - Math.max(...samples.slice(0, half))
console.log(
  JSON.stringify({
    firstMs,
    seconds,
    bytes,
    growth: peak - before,
    kept,
    samples: samples.length,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  }),
)

function held() {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
