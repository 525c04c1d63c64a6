import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PRODUCER_MODULE } from '../../../modules/producer'
import type { ProducerModuleService } from '../../../modules/producer/service'

export interface EvidenceRow {
  file: string
  producer_id: string
  member_id: string
  kind: 'photo' | 'document'
  title: string
  media_type: string
  sha256: string
  bytes: number
  width: number | null
  height: number | null
  is_public: boolean
}

/** Notes whose a stored file is; the undo forgets it. Out: its name in the store. */
export const keepEvidenceStep = createStep(
  'keep-evidence',
  async (row: EvidenceRow, { container }) => {
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    await producers.createEvidenceFiles(row)
    return new StepResponse(row.file, row.file)
  },
  async (file, { container }) => {
    if (!file) return
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    await producers.deleteEvidenceFiles(file)
  },
)
