import type { UnitHistory } from '@sao-lang/traceability/inspection/unit-history'
import { ApiError } from '../http/api-error'
import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'

/** A labelled package in the packer's hand. */
export interface FoundUnit {
  code: string
  batchNo: number
  index: number
  productId: string
  /** Null for a label that was printed before its lot was known. */
  lotNo: string | null
}

const PARALLEL = 8

/**
 * Looks codes up that were scanned or typed at packing; the look-up is no check by a buyer and leaves no scan. Out: one package a code,
 * in their order. Throws ApiError 422, naming the code in `extra.scanned`: `code_unknown` for one not issued here, `code_not_yours` for
 * another producer's, `code_out_of_use` for a label that is void, stolen, destroyed, locked or already sold, `code_recalled`,
 * `code_twice`; and 503 `journal_away`.
 */
export async function findUnits(partyRef: string, codes: readonly string[]): Promise<FoundUnit[]> {
  const found: FoundUnit[] = []
  for (let at = 0; at < codes.length; at += PARALLEL) {
    found.push(...(await Promise.all(codes.slice(at, at + PARALLEL).map((code) => findUnit(partyRef, code)))))
  }
  const seen = new Set<string>()
  for (const unit of found) {
    const key = `${unit.batchNo}/${unit.index}`
    if (seen.has(key)) throw refused('code_twice', unit.code)
    seen.add(key)
  }
  return found
}

async function findUnit(partyRef: string, scanned: string): Promise<FoundUnit> {
  const path = ['inspection', 'units', scanned]
  const answer = await askTrace(traceService(), partyRef, { method: 'GET', path })
  if (answer.status !== 200) throw refused('code_unknown', scanned)
  const { verdict } = jsonOf(answer) as UnitHistory
  const { unit, batch, passport } = verdict
  if (!unit || !batch) throw refused('code_unknown', scanned)
  if (passport === null || passport.producer.ref !== partyRef) throw refused('code_not_yours', scanned)
  if (unit.status !== 'active' && unit.status !== 'issued') throw refused('code_out_of_use', scanned)
  if (verdict.verdict === 'recalled') throw refused('code_recalled', scanned)
  return {
    code: verdict.code,
    batchNo: batch.batchNo,
    index: unit.index,
    productId: passport.productRef,
    lotNo: batch.lotNo ?? null,
  }
}

type UnitCode = 'code_unknown' | 'code_not_yours' | 'code_out_of_use' | 'code_recalled' | 'code_twice'

function refused(code: UnitCode, scanned: string): ApiError {
  return new ApiError(422, code, { field: 'codes', extra: { scanned: scanned.slice(0, 100) } })
}
