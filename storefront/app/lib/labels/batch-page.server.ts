import { data } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import type { ProducerClient } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { LabelBatchPage, OneLabel } from './types.ts'

/** The batch of a path. Throws a 404 response for another producer's and for what is no number. */
export async function batchPage(producer: ProducerClient, batch: string | undefined): Promise<LabelBatchPage> {
  return pageData(producer.ask<LabelBatchPage>(batchPath(batch)))
}

/** Its address at the shop. Throws a 404 response for what is no number of a batch. */
export function batchPath(batch: string | undefined): `/producer/label-batches/${string}` {
  if (batch === undefined || !/^[1-9]\d{0,8}$/.test(batch)) throw data(null, { status: 404 })
  return `/producer/label-batches/${batch}`
}

/** One label by code or number; null when the batch has no such label. */
export async function oneLabel(producer: ProducerClient, batch: string, code: string): Promise<OneLabel | null> {
  try {
    return await producer.ask<OneLabel>(`${batchPath(batch)}/units`, { search: { code } })
  } catch (error) {
    if (error instanceof ShopError && error.status === 400) return null
    throw error
  }
}
