import type { Pool } from 'pg'
import { z } from 'zod'
import { correctionSchema, correctStep } from '../events/corrections.ts'
import { journalBetween, lotBook, lotPage } from '../events/lot-book.ts'
import { daySchema } from '../events/place.ts'
import {
  areaRecallSchema,
  liftRecall,
  liftSchema,
  recallLot,
  recallSchema,
  recallSourceArea,
} from '../events/recalls.ts'
import { stepSchema } from '../events/step-input.ts'
import { recordStep } from '../events/steps.ts'
import { partyNoOf } from '../identifiers/parties.ts'
import { handOversTo } from '../storage/hand-overs.ts'
import { parseInput } from '../storage/input-error.ts'
import { bodyWith, guarded } from './guarded.ts'
import { jsonBody } from './json-body.ts'
import { HttpError, json } from './respond.ts'
import type { Route } from './router.ts'

const bookSchema = z.strictObject({
  q: z.string().max(100).default(''),
  state: z.enum(['all', 'open', 'done', 'recalled']).default('all'),
  after: z
    .string()
    .regex(/^[0-9 :.+-]{20,40}~[0-9a-f-]{36}$/, 'must be a cursor of the page before')
    .nullable()
    .default(null),
})
const daysSchema = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not lie before from' })

/** Routes of the producer's journal; the shop calls them for a producer it has let in. */
export function lotRoutes(pool: Pool): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/internal/steps',
      handle: guarded(async ({ incoming }) =>
        json(200, await recordStep(pool, parseInput(stepSchema, await jsonBody(incoming)))),
      ),
    },
    {
      method: 'POST',
      pattern: '/internal/steps/:no/correct',
      handle: guarded(async (request) =>
        json(200, await correctStep(pool, parseInput(correctionSchema, await bodyWith(request, 'stepNo', 'no')))),
      ),
    },
    {
      method: 'POST',
      pattern: '/internal/lots/:ref/recall',
      handle: guarded(async (request) =>
        json(200, await recallLot(pool, parseInput(recallSchema, await bodyWith(request, 'lotRef', 'ref')))),
      ),
    },
    {
      method: 'POST',
      pattern: '/internal/source-areas/:ref/recall',
      handle: guarded(async (request) =>
        json(
          200,
          await recallSourceArea(pool, parseInput(areaRecallSchema, await bodyWith(request, 'areaRef', 'ref'))),
        ),
      ),
    },
    {
      method: 'POST',
      pattern: '/internal/recalls/:no/lift',
      handle: guarded(async (request) =>
        json(200, await liftRecall(pool, parseInput(liftSchema, await bodyWith(request, 'recallNo', 'no')))),
      ),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/lots',
      handle: guarded(async ({ params, query }) => {
        const { q, state, after } = parseInput(bookSchema, Object.fromEntries(query))
        return json(200, await lotBook(pool, params.party ?? '', { search: q, state, after }))
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/lots/:lot',
      handle: guarded(async ({ params }) => {
        const page = await lotPage(pool, params.party ?? '', params.lot ?? '')
        if (!page) throw new HttpError(404, 'lot_unknown', 'The party has no such lot')
        return json(200, page)
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/hand-overs',
      handle: guarded(async ({ params }) =>
        json(200, { handOvers: await handOversTo(pool, await partyNoOf(pool, params.party ?? '')) }),
      ),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/journal',
      handle: guarded(async ({ params, query }) => {
        const days = parseInput(daysSchema, Object.fromEntries(query))
        return json(200, { entries: await journalBetween(pool, params.party ?? '', days) })
      }),
    },
  ]
}
