import type { Pool } from 'pg'
import type { ExportFile } from '../exports/export-file.ts'
import { ExportTooLarge } from '../exports/lot-events.ts'
import { type ExportOptions, LOT_FILES, type LotFile, lotExport } from '../exports/lot-export.ts'
import { PRODUCT_FILES, productExport } from '../exports/product-export.ts'
import { partyNoOf } from '../identifiers/parties.ts'
import type { Addresses } from '../resolver/known-links.ts'
import { inTransaction } from '../storage/database.ts'
import { findLot } from '../storage/lots.ts'
import { isShownLot, partyOfLot } from '../storage/shown-lots.ts'
import { guarded } from './guarded.ts'
import { openToAll } from './open-access.ts'
import { limitCaller } from './public-routes.ts'
import { rateLimit } from './rate-limit.ts'
import { HttpError } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

export interface ExportParts {
  /** Walks genealogies and reads many events: a pool that scans do not wait for. */
  pool: Pool
  addresses: Addresses
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** For a minute: a recall shows on scans at once, and here soon after. */
const FOR_A_MINUTE = 'public, max-age=60'

/**
 * Open exports: anybody may take what scans show of a lot with printed labels, and the passport of a product; the producer's
 * own, by the shop, holds everything of theirs. CSV has Vietnamese headers, English ones with `?lang=en`.
 */
export function exportRoutes({ pool, addresses }: ExportParts): Route[] {
  // A file is some hundred times a scan's work.
  const files = rateLimit(120, 2)

  function options(request: Request, scope: ExportOptions['scope']): ExportOptions {
    return { scope, addresses, now: new Date(), language: request.query.get('lang') === 'en' ? 'en' : 'vi' }
  }

  async function publicLot(request: Request, lotNo: string, file: LotFile): Promise<Answer> {
    limitCaller(files, request)
    const made = await tooLargeOr(() =>
      inTransaction(pool, async (client) => {
        const partyNo = UUID.test(lotNo) ? await partyOfLot(client, lotNo) : null
        if (partyNo === null || !(await isShownLot(client, { partyNo, lotNo }))) return null
        return lotExport(client, { partyNo, lotNo }, file, options(request, 'public'))
      }),
    )
    return fileAnswer(made, FOR_A_MINUTE, `lot-${lotNo}-${file}`, 'There is no public lot with this number')
  }

  return [
    {
      method: 'GET',
      pattern: '/export/lots/:file',
      handle: openToAll((request) => {
        const [, lotNo = '', extension] = /^(.*)\.(jsonld|csv)$/.exec((request.params.file ?? '').toLowerCase()) ?? []
        return publicLot(request, lotNo, extension === 'csv' ? 'events.csv' : 'events.jsonld')
      }),
    },
    {
      method: 'GET',
      pattern: '/export/lots/:lot/:file',
      handle: openToAll((request) => {
        const file = LOT_FILES.find((name) => name === request.params.file)
        if (file === undefined) throw noSuchFile(LOT_FILES)
        return publicLot(request, (request.params.lot ?? '').toLowerCase(), file)
      }),
    },
    {
      method: 'GET',
      pattern: '/export/products/:file',
      handle: openToAll(async (request) => {
        limitCaller(files, request)
        const [, ref = '', extension] = /^(.*)\.(jsonld|csv)$/s.exec(request.params.file ?? '') ?? []
        const file = extension === 'csv' ? 'passport.csv' : 'passport.jsonld'
        const made = ref.includes('\0')
          ? null
          : await inTransaction(pool, (client) => productExport(client, null, ref, file, options(request, 'public')))
        return fileAnswer(made, FOR_A_MINUTE, `product-${file}`, 'There is no product of this name')
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/lots/:lot/export/:file',
      handle: guarded(async (request) => {
        const { party = '', lot: lotRef = '' } = request.params
        const file = LOT_FILES.find((name) => name === request.params.file)
        if (file === undefined) throw noSuchFile(LOT_FILES)
        const made = await tooLargeOr(() =>
          inTransaction(pool, async (client) => {
            const partyNo = await partyNoOf(client, party)
            const lot = await findLot(client, partyNo, lotRef)
            return lot && lotExport(client, { partyNo, lotNo: lot.lotNo }, file, options(request, 'own'))
          }),
        )
        return fileAnswer(made, 'private, no-store', `lot-${file}`, 'The party has no such lot')
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/products/:product/export/:file',
      handle: guarded(async (request) => {
        const { party = '', product = '' } = request.params
        const file = PRODUCT_FILES.find((name) => name === request.params.file)
        if (file === undefined) throw noSuchFile(PRODUCT_FILES)
        const made = await inTransaction(pool, async (client) =>
          productExport(client, await partyNoOf(client, party), product, file, options(request, 'own')),
        )
        return fileAnswer(made, 'private, no-store', `product-${file}`, 'The party has no such product')
      }),
    },
  ]
}

/** A genealogy beyond what one file may hold is the caller's to narrow down, not a defect. */
async function tooLargeOr<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ExportTooLarge || error instanceof RangeError) {
      throw new HttpError(413, 'export_too_large', error.message)
    }
    throw error
  }
}

function fileAnswer(file: ExportFile | null, caching: string, name: string, otherwise: string): Answer {
  if (file === null) throw new HttpError(404, 'not_found', otherwise)
  const csv = file.type === 'text/csv'
  return {
    status: 200,
    headers: {
      'content-type': csv ? 'text/csv; charset=utf-8; header=present' : file.type,
      'cache-control': caching,
      ...(csv ? { 'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9.-]/g, '_')}"` } : {}),
    },
    body: file.body,
  }
}

function noSuchFile(files: readonly string[]): HttpError {
  return new HttpError(404, 'not_found', `The files here are ${files.join(', ')}`)
}
