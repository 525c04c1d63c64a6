import type { UnitHistory } from '@sao-lang/traceability/inspection/unit-history'
import type { BookedLot } from '@sao-lang/traceability/storage/lot-book'
import { ApiError, isApiError } from '../http/api-error'
import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'
import { partyRefOf } from '../passports/party-ref'
import type { GoodsFacts } from './goods-facts'

/** A labelled package, as the traceability service knows it. */
export interface ScannedUnit {
  code: string
  productId: string
  lotNo: string | null
  recalled: boolean
}

/**
 * Looks up the code on a package; no scan is left behind. Throws ApiError 422 `code_unknown` for one that was not issued here,
 * `code_out_of_use` for a label that is void, stolen, destroyed, locked or sold, and 503 `journal_away`.
 */
export async function scannedUnit(scanned: string): Promise<ScannedUnit> {
  const extra = { scanned: scanned.slice(0, 100) }
  const answer = await askTrace(traceService(), '', { method: 'GET', path: ['inspection', 'units', scanned] })
  if (answer.status !== 200) throw new ApiError(422, 'code_unknown', { extra })
  const { verdict } = jsonOf(answer) as UnitHistory
  const { unit, batch, passport } = verdict
  if (!unit || !batch || passport === null) throw new ApiError(422, 'code_unknown', { extra })
  if (unit.status !== 'active' && unit.status !== 'issued') throw new ApiError(422, 'code_out_of_use', { extra })
  return {
    code: verdict.code,
    productId: passport.productRef,
    lotNo: batch.lotNo ?? null,
    recalled: verdict.verdict === 'recalled',
  }
}

/**
 * Refuses goods whose label or lot may not be sold. While the traceability service is away nothing is known against them: a counter
 * does not stand still for it. Throws ApiError 422 as `scannedUnit` does, `code_other_goods`, and `lot_recalled` unless a person allows it.
 */
export async function checkLabels(
  lines: readonly { goods: GoodsFacts; lotNo: string | null; unitCodes: readonly string[] }[],
  { recallAllowed }: { recallAllowed: boolean },
): Promise<void> {
  try {
    for (const { goods, unitCodes } of lines) {
      for (const code of unitCodes) {
        const unit = await scannedUnit(code)
        if (unit.productId !== goods.productId)
          throw new ApiError(422, 'code_other_goods', { extra: { scanned: code } })
        if (unit.recalled && !recallAllowed) throw recalled(goods)
      }
    }
    if (recallAllowed) return
    const withLot = lines.filter(({ lotNo }) => lotNo !== null && lotNo !== '')
    for (const producerId of new Set(withLot.map(({ goods }) => goods.producerId))) {
      const gone = await recalledLots(producerId)
      const hit = withLot.find(
        ({ goods, lotNo }) => goods.producerId === producerId && gone.has(`${goods.productId} ${lotNo}`),
      )
      if (hit) throw recalled(hit.goods)
    }
  } catch (error) {
    if (isApiError(error) && error.code === 'journal_away') return
    throw error
  }
}

/** `<product id> <lot no>` of every recalled lot of a producer. Throws ApiError 503 `journal_away`. */
export async function recalledLots(producerId: string): Promise<Set<string>> {
  const party = partyRefOf(producerId)
  const answer = await askTrace(traceService(), party, {
    method: 'GET',
    path: ['parties', party, 'lots'],
    query: { state: 'recalled' },
  })
  if (answer.status !== 200) throw new ApiError(503, 'journal_away')
  const { lots } = jsonOf(answer) as { lots: BookedLot[] }
  return new Set(lots.filter(({ recall }) => recall !== null).map(({ productRef, lotNo }) => `${productRef} ${lotNo}`))
}

function recalled(goods: GoodsFacts): ApiError {
  return new ApiError(422, 'lot_recalled', { extra: { product: goods.productTitle } })
}
