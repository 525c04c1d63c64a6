/** Base of the own vocabulary; EPCIS wants a URI for every word that CBV does not define (EPCIS 2.0, 6.4). */
export const VOCABULARY = 'https://saolang.vn/voc/'

/** Steps of CBV 2.0 (section 7.1) travel as bare words. */
const CBV_STEPS = new Set([
  'commissioning',
  'creating_class_instance',
  'destroying',
  'encoding',
  'inspecting',
  'packing',
  'receiving',
  'retail_selling',
  'sampling',
  'shipping',
  'storing',
  'transporting',
])

/** The class-level EPC of a lot: a URN of its number, so that it needs neither a GTIN nor a host name (EPCIS 2.0, 6.4). */
export function lotUri(lotNo: string): string {
  return `urn:uuid:${lotNo}`
}

/** A word of the journal as an EPCIS bizStep. */
export function bizStepOf(step: string): string {
  return CBV_STEPS.has(step) ? step : `${VOCABULARY}${step}`
}
