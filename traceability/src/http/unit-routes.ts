import type { Pool } from 'pg'
import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { type CodeRing, decodeUnitCode, unitCode } from '../identifiers/unit-codes.ts'
import { stateOfLabel } from '../labels/batch-states.ts'
import { hiddenCodeList } from '../labels/hidden-code-list.ts'
import { reprintStretch, stretchReprintSchema } from '../labels/reprints.ts'
import type { ScratchRing } from '../labels/scratch-codes.ts'
import {
  changeListedStates,
  changeUnitState,
  listedStateChangeSchema,
  unitHistory,
  unitStateChangeSchema,
} from '../labels/units.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLabelBatch, type LabelBatchRecord } from '../storage/label-batches.ts'
import { bodyWith, guarded } from './guarded.ts'
import { batchNoOf } from './label-routes.ts'
import { HttpError, json } from './respond.ts'
import type { Request, Route } from './router.ts'

export interface UnitParts {
  pool: Pool
  codes: CodeRing
  scratch: ScratchRing
}

const numberText = z.string().regex(/^[0-9]{1,10}$/, 'must be a whole number')
const rangeSchema = z.strictObject({
  from: numberText.transform(Number).optional(),
  to: numberText.transform(Number).optional(),
})
const unitSchema = z.strictObject({ code: z.string().min(1).max(512) })

/** What happens to the labels of a party's batches, for the shop on behalf of a producer it has let in. */
export function unitRoutes({ pool, codes, scratch }: UnitParts): Route[] {
  /** The batch of the path; 404 when the party has no such batch. */
  async function batchOfPath({ params }: Request): Promise<LabelBatchRecord> {
    const batch = await findLabelBatch(pool, 'transaction', batchNoOf(params.batch))
    if (!batch || batch.partyNo !== (await partyNoOf(pool, params.party ?? ''))) {
      throw new HttpError(404, 'label_batch_unknown', 'The party has no such label batch')
    }
    return batch
  }

  /** The body with party and batch of the path. */
  async function bodyOf(request: Request): Promise<Record<string, unknown>> {
    const { batchNo } = await batchOfPath(request)
    const body = await bodyWith(request, 'partyRef', 'party')
    if ('batchNo' in body) throw new InputError('batchNo', 'batchNo: stands in the path and must not be in the body')
    return { ...body, batchNo }
  }

  return [
    {
      method: 'POST',
      pattern: '/internal/parties/:party/label-batches/:batch/units',
      handle: guarded(async (request) => {
        const body = await bodyOf(request)
        const outcome =
          'codes' in body
            ? await changeListedStates(pool, codes, parseInput(listedStateChangeSchema, body))
            : await changeUnitState(pool, parseInput(unitStateChangeSchema, body))
        return json(200, outcome)
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-batches/:batch/units',
      handle: guarded(async (request) => {
        const { code } = parseInput(unitSchema, Object.fromEntries(request.query))
        const batch = await batchOfPath(request)
        const index = indexIn(codes, batch, code)
        if (index === null) throw new InputError('code', `code: is no label of batch ${batch.batchNo}`)
        const history = await unitHistory(pool, { batchNo: batch.batchNo, index })
        const state = await stateOfLabel(pool, batch, index)
        return json(200, { index, code: unitCode(codes, batch, index), state, history })
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/parties/:party/label-batches/:batch/reprint',
      handle: guarded(async (request) => {
        return json(
          200,
          await reprintStretch(pool, codes.newest, parseInput(stretchReprintSchema, await bodyOf(request))),
        )
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/parties/:party/label-batches/:batch/hidden-codes',
      handle: guarded(async (request) => {
        const { from, to } = parseInput(rangeSchema, Object.fromEntries(request.query))
        const batch = await batchOfPath(request)
        const list = hiddenCodeList({ codes, scratch }, batch, from, to)
        const name = `ma-cao-${batch.batchNo}-${(from ?? 0) + 1}-${to ?? batch.size}.csv`
        return {
          status: 200,
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'cache-control': 'private, no-store',
            'content-disposition': `attachment; filename="${name}"`,
          },
          body: list,
        }
      }),
    },
  ]
}

/** Index of a label that is named by its code or by its number on the sheet, counted from 1; null when there is none. */
function indexIn(codes: CodeRing, batch: LabelBatchRecord, text: string): number | null {
  if (/^\s*[0-9]{1,7}\s*$/.test(text)) {
    const index = Number(text) - 1
    return index >= 0 && index < batch.size ? index : null
  }
  const found = decodeUnitCode(codes, text)
  const ours = found?.batchNo === batch.batchNo && found.epoch === batch.epoch && found.index < batch.size
  return ours ? found.index : null
}
