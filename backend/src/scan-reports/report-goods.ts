import type { GoodsOfCode } from '@sao-lang/traceability/http/operator-routes'
import { isApiError } from '../http/api-error'
import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'

/** The goods that codes of reports are on. Empty while the traceability service is away: reports can be read without it. */
export async function goodsOfReports(
  codes: readonly (string | null)[],
): Promise<ReadonlyMap<string, Pick<GoodsOfCode, 'batchNo' | 'product'>>> {
  const wanted = [...new Set(codes.filter((code) => code !== null))]
  if (wanted.length === 0) return new Map()
  try {
    const query = { codes: wanted.join(',') }
    const answer = await askTrace(traceService(), '', { method: 'GET', path: ['goods'], query })
    if (answer.status !== 200) return new Map()
    const { goods } = jsonOf(answer) as { goods: GoodsOfCode[] }
    return new Map(goods.map((each) => [each.code, each]))
  } catch (error) {
    if (!isApiError(error)) throw error
    return new Map()
  }
}
