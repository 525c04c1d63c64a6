import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { LegalForm } from '../../../modules/producer/legal-forms'
import type { ProducerRow } from '../../../modules/producer/service'
import { saveProducersStep } from '../steps/save-producers'

export interface UpsertProducersInput {
  producers: {
    handle: string
    name: string
    legalForm: LegalForm
    status?: 'open' | 'suspended'
    provinceCode: string
    communeCode: string | null
    address: string | null
    legacyPlace: string | null
    phone: string | null
    storyVi: string | null
    storyEn: string | null
    source: string | null
    sample: string[]
  }[]
}

/** Creates or replaces producers by handle. Out: `{ id, handle }` in the order given. */
export const upsertProducersWorkflow = createWorkflow('upsert-producers', (input: UpsertProducersInput) => {
  const rows = transform({ input }, ({ input: given }) => given.producers.map(toRow))
  return new WorkflowResponse(saveProducersStep(rows))
})

function toRow(producer: UpsertProducersInput['producers'][number]): ProducerRow {
  return {
    handle: producer.handle,
    name: producer.name,
    legal_form: producer.legalForm,
    status: producer.status ?? 'open',
    province_code: producer.provinceCode,
    commune_code: producer.communeCode,
    address: producer.address,
    legacy_place: producer.legacyPlace,
    phone: producer.phone,
    story_vi: producer.storyVi,
    story_en: producer.storyEn,
    source: producer.source,
    sample: producer.sample,
  }
}
