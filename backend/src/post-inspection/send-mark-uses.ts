import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../http/cache-headers'
import { officialOf } from '../officials/official-scope'
import type { MarkUsesQuery } from './bodies'
import { readablePlaces } from './inspection-places'
import type { MarkUse } from './mark-use-view'
import { listMarkUses } from './read-mark-uses'
import { markUsesCsvHead, markUsesCsvRows, markUsesXlsx } from './register-file'

/** A page of reading: large enough that the questions do not count, small enough that memory stays flat. */
const PAGE = 500

/** Answers with the whole register of the own places as a file. The table is sent as it is read; a workbook is made whole. */
export async function sendMarkUses(req: MedusaRequest, res: MedusaResponse, format: 'csv' | 'xlsx'): Promise<void> {
  const { day } = officialOf(req)
  const pages = everyMarkUse(req, day)
  neverCache(res)
  if (format === 'csv') {
    // The first page is read before anything is sent, so that a refusal is an answer of its own.
    const first = await pages.next()
    res.attachment(`su-dung-nhan-hieu-${day}.csv`)
    res.setHeader('content-type', 'text/csv; charset=utf-8')
    res.write(markUsesCsvHead())
    if (!first.done) res.write(markUsesCsvRows(first.value))
    for await (const page of pages) res.write(markUsesCsvRows(page))
    res.end()
    return
  }
  const all: MarkUse[] = []
  for await (const page of pages) all.push(...page)
  const file = await markUsesXlsx(all, day)
  res.attachment(`su-dung-nhan-hieu-${day}.xlsx`)
  res.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  res.send(file)
}

async function* everyMarkUse(req: MedusaRequest, day: string): AsyncGenerator<MarkUse[], undefined> {
  const { q } = req.validatedQuery as unknown as MarkUsesQuery
  const places = readablePlaces(req)
  for (let skip: number | null = 0; skip !== null; ) {
    const page: Awaited<ReturnType<typeof listMarkUses>> = await listMarkUses(
      req.scope,
      { places, q, take: PAGE, skip },
      day,
    )
    if (page.markUses.length > 0) yield page.markUses
    skip = page.next
  }
}
