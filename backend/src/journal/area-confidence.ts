import type { Confidence, SourceAreaView } from '@sao-lang/traceability/verify'
import type { SourceAreaBody } from './bodies'

/**
 * What a source area and its certificates are worth after the producer has written them: its own word, but what somebody had
 * confirmed and the producer left as it was stays confirmed. In: the new words, and the area as it was (null for a new one).
 */
export function withConfidence(
  body: SourceAreaBody,
  before: SourceAreaView | null,
): SourceAreaBody & { confidence: Confidence; certificates: SourceAreaView['certificates'] } {
  const facts = (area: Pick<SourceAreaView, 'name' | 'place' | 'areaHectares' | 'growers'>) =>
    JSON.stringify([
      area.name,
      area.place.provinceCode,
      area.place.communeCode,
      area.place.legacyName,
      area.areaHectares,
      area.growers,
    ])
  const paper = (each: SourceAreaBody['certificates'][number]) =>
    JSON.stringify([each.name, each.number, each.issuer, each.validTo])
  const confirmed = new Map(before?.certificates.map((each) => [paper(each), each.confidence]))
  return {
    ...body,
    confidence: before !== null && facts(before) === facts(body) ? before.confidence : 'self_declared',
    certificates: body.certificates.map((each) => ({
      ...each,
      confidence: confirmed.get(paper(each)) ?? 'self_declared',
    })),
  }
}
