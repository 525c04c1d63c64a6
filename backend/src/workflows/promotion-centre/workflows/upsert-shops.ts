import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { findShopChannelsStep } from '../steps/find-shop-channels'
import { saveShopsStep } from '../steps/save-shops'

export interface UpsertShopsInput {
  shops: {
    handle: string
    name: string
    kind: string
    operatorProvince: string | null
    location: string | null
    productCount: number | null
    producerCount: number | null
    year: number | null
    status: string
    source: string
    note: string | null
    /** True for a shop that sells through this site: it gets a Medusa sales channel of its name. */
    withSalesChannel: boolean
  }[]
  fairs: {
    handle: string
    name: string
    kind: string
    operatorProvince: string | null
    location: string | null
    year: number | null
    status: string
    participants: string[]
    source: string
    note: string | null
  }[]
}

/** Creates or replaces shops and fairs by handle. Out: `{ shops: { id, handle, salesChannelId }[], fairs }`. */
export const upsertShopsWorkflow = createWorkflow('upsert-shops', (input: UpsertShopsInput) => {
  const shops = transform({ input }, ({ input: given }) => given.shops)
  const channels = findShopChannelsStep(shops)
  const rows = transform({ input, channels }, (data) => ({
    shops: data.input.shops,
    fairs: data.input.fairs,
    channels: data.channels,
  }))
  return new WorkflowResponse(saveShopsStep(rows))
})
