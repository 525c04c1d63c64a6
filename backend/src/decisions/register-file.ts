import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { csvLine, csvStart } from '@sao-lang/traceability/exports/csv'
import { cachePublicly } from '../http/cache-headers'
import { type RegisterEntry, type RegisterQuestion, registerEntriesInSteps } from './register'

/** Columns of the register as a file; the first eight are what programs may rely on. */
const COLUMNS = [
  'product',
  'producer',
  'province',
  'stars',
  'decisionNumber',
  'validFrom',
  'validTo',
  'status',
  'decisionDate',
  'authority',
  'productCode',
  'provinceCode',
  'sector',
  'points',
  'rubricVersion',
  'extendedTo',
  'revokedOn',
  'sample',
  'id',
] as const satisfies readonly (keyof RegisterEntry)[]

/** Sends the register as a file, line by line: however long it is, the memory holds a few steps of it. */
export async function sendRegister(req: MedusaRequest, res: MedusaResponse, format: 'csv' | 'json'): Promise<void> {
  cachePublicly(res)
  res.setHeader('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
  const question = req.validatedQuery as RegisterQuestion
  if (req.method === 'HEAD') {
    res.end()
    return
  }
  const lines = format === 'csv' ? csvLines : jsonLines
  for await (const text of lines(registerEntriesInSteps(req.scope, question, new Date()))) {
    if (res.destroyed) return
    if (!res.write(text)) await drained(res)
  }
  res.end()
}

async function* csvLines(steps: AsyncIterable<RegisterEntry[]>): AsyncGenerator<string> {
  yield csvStart(COLUMNS)
  for await (const entries of steps) {
    yield entries.map((entry) => csvLine(COLUMNS.map((column) => entry[column]))).join('')
  }
}

async function* jsonLines(steps: AsyncIterable<RegisterEntry[]>): AsyncGenerator<string> {
  let between = '[\n'
  for await (const entries of steps) {
    const texts = entries.map((entry) => JSON.stringify(Object.fromEntries(COLUMNS.map((key) => [key, entry[key]]))))
    yield between + texts.join(',\n')
    between = ',\n'
  }
  yield between === '[\n' ? '[]\n' : '\n]\n'
}

/** Waits for a slow reader, or for one that has gone. */
function drained(res: MedusaResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done)
      res.off('close', done)
      resolve()
    }
    res.on('drain', done)
    res.on('close', done)
  })
}
