import type { Pool } from 'pg'
import { z } from 'zod'
import type { CredentialIssuer } from '../credentials/issuer.ts'
import { journeyStepSchema, recordEvents } from '../events/journey.ts'
import { lotSchema, upsertLot } from '../events/lots.ts'
import { sourceAreaSchema, upsertSourceArea } from '../events/source-areas.ts'
import { partyNoOf, registerParty } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import type { CodeRing } from '../identifiers/unit-codes.ts'
import { createLabelBatch, labelBatchSchema } from '../labels/label-batches.ts'
import { voidUnit } from '../labels/units.ts'
import { passportMessageSchema, storePassport } from '../passports/passports.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import { bodyWith, guarded } from './guarded.ts'
import { jsonBody } from './json-body.ts'
import { json } from './respond.ts'
import type { Route } from './router.ts'

const stepsSchema = z.strictObject({ partyRef: refSchema, steps: z.array(journeyStepSchema).max(1000) })
const newBatchSchema = labelBatchSchema.omit({ epoch: true })
const voidSchema = z.strictObject({
  partyRef: refSchema,
  code: z.string().min(1).max(512),
  reason: z.string().min(1).max(500),
})

/** Routes of the shop and the seed. What stands in the path must not stand in the body as well. */
export function internalRoutes(pool: Pool, ring: CodeRing, verifier: Verifier, issuer: CredentialIssuer): Route[] {
  return [
    {
      method: 'PUT',
      pattern: '/internal/parties/:ref',
      handle: guarded(async ({ params }) => json(200, await registerParty(pool, params.ref ?? ''))),
    },
    {
      method: 'PUT',
      pattern: '/internal/passports/:ref',
      handle: guarded(async ({ incoming, params }) => {
        const message = parseInput(passportMessageSchema, await jsonBody(incoming))
        if (message.passport.productRef !== params.ref) {
          throw new InputError('passport.productRef', 'passport.productRef: must be the product of the path')
        }
        return json(200, await storePassport(pool, message, issuer))
      }),
    },
    {
      method: 'PUT',
      pattern: '/internal/source-areas/:ref',
      handle: guarded(async (request) => {
        const area = parseInput(sourceAreaSchema, await bodyWith(request, 'ref', 'ref'))
        return json(200, await upsertSourceArea(pool, area))
      }),
    },
    {
      method: 'PUT',
      pattern: '/internal/lots/:ref',
      handle: guarded(async (request) => {
        return json(200, await upsertLot(pool, parseInput(lotSchema, await bodyWith(request, 'ref', 'ref'))))
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/lots/:ref/events',
      handle: guarded(async ({ incoming, params }) => {
        const { partyRef, steps } = parseInput(stepsSchema, await jsonBody(incoming))
        return json(200, await recordEvents(pool, partyRef, params.ref ?? '', steps))
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/label-batches',
      handle: guarded(async ({ incoming }) => {
        const wanted = parseInput(newBatchSchema, await jsonBody(incoming))
        return json(200, await createLabelBatch(pool, { ...wanted, epoch: ring.newest }))
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/units/void',
      handle: guarded(async ({ incoming }) => {
        const { partyRef, code, reason } = parseInput(voidSchema, await jsonBody(incoming))
        const found = await verifier.findIssued(code)
        if (!found || found.batch.partyNo !== (await partyNoOf(pool, partyRef))) {
          throw new InputError('code', 'code: no label of this party carries this code')
        }
        return json(200, await voidUnit(pool, { batchNo: found.batch.batchNo, index: found.index, reason }))
      }),
    },
  ]
}
