import type { MedusaContainer } from '@medusajs/framework/types'
import { recognitionStateOn } from '@sao-lang/traceability/verify'
import { phaseOn, type Windows } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import type { StandingRecognition } from './filing-fit'

/** The recognition that a dossier of today builds on, with what people read about it. */
export interface Standing extends StandingRecognition {
  decisionNumber: string
  validTo: string
}

/** Where each product stands on a day. In: product ids. Out: by product id; null for one that never had a star. */
export async function standingsOf(
  container: MedusaContainer,
  productIds: readonly string[],
  day: string,
  windows: Windows,
): Promise<Map<string, Standing | null>> {
  if (productIds.length === 0) return new Map()
  const rows = await graph<{ id: string; recognitions: RecognitionGraphRow[] | null }>(container, {
    entity: 'product',
    fields: ['id', ...RECOGNITION_FIELDS],
    filters: { id: [...productIds] },
    withDeleted: true,
  })
  return new Map(
    rows.map(({ id, recognitions }) => {
      const { recognition } = recognitionStateOn(toRecognitions(recognitions), day)
      if (recognition === null) return [id, null] as const
      const { stars, decisionNumber, validTo } = recognition
      return [id, { phase: phaseOn(recognition, day, windows), stars, decisionNumber, validTo }] as const
    }),
  )
}
