import type { Pool } from 'pg'
import { z } from 'zod'
import { daySchema } from '../events/place.ts'
import { lotBookContent } from '../exports/lot-book-content.ts'
import { lotBookPdf } from '../exports/lot-book-pdf.ts'
import { lotBookXlsx } from '../exports/lot-book-xlsx.ts'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { parseInput } from '../storage/input-error.ts'
import { recallsOfParty } from '../storage/recalls.ts'
import { areasOfParty } from '../storage/source-areas.ts'
import { guarded } from './guarded.ts'
import { jsonBody } from './json-body.ts'
import { json } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

/** A year of a busy cooperative; a longer book is two files. */
const MOST_DAYS = 366

const bookSchema = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    /** As it stands at the head of each page. */
    producer: z.string().trim().min(1).max(300),
    /** Names by the ids that entries carry in `recordedBy`; the service itself knows no person by name. */
    people: z.record(refSchema, z.string().min(1).max(200)),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not lie before from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000, {
    path: ['to'],
    message: `must lie within ${MOST_DAYS} days of from`,
  })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Routes of the producer's book as a whole: source areas, recalls, and the lot book as a file. */
export function lotBookRoutes(pool: Pool): Route[] {
  const content = async ({ incoming, params }: Request) =>
    lotBookContent(pool, params.party ?? '', parseInput(bookSchema, await jsonBody(incoming)))
  return [
    {
      method: 'GET',
      pattern: '/internal/parties/:party/source-areas',
      handle: guarded(async ({ params }) =>
        json(200, { sourceAreas: await areasOfParty(pool, await partyNoOf(pool, params.party ?? '')) }),
      ),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/recalls',
      handle: guarded(async ({ params }) =>
        json(200, { recalls: await recallsOfParty(pool, await partyNoOf(pool, params.party ?? '')) }),
      ),
    },
    {
      // A question, but with the names of a producer's people: those must not stand in an address.
      method: 'POST',
      pattern: '/internal/parties/:party/journal.pdf',
      handle: guarded(async (request) => file(await lotBookPdf(await content(request)), 'application/pdf')),
    },
    {
      method: 'POST',
      pattern: '/internal/parties/:party/journal.xlsx',
      handle: guarded(async (request) => file(await lotBookXlsx(await content(request)), XLSX)),
    },
  ]
}

function file(body: Buffer, type: string): Answer {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'private, no-store' }, body }
}
