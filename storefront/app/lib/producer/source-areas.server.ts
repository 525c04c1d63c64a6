import { data } from '@remix-run/node'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { ProducerClient } from './require-producer.server.ts'
import type { OwnSourceArea } from './types.ts'

/** The producer's source areas, by name. Throws ShopError. */
export async function listAreas(producer: ProducerClient): Promise<OwnSourceArea[]> {
  return (await producer.ask<{ sourceAreas: OwnSourceArea[] }>('/producer/source-areas')).sourceAreas
}

/** One of them. Throws the page's answer: 404 for one that is not the producer's, 503 while the journal is away. */
export async function findArea(producer: ProducerClient, ref: string): Promise<OwnSourceArea> {
  const area = (await pageData(listAreas(producer))).find((each) => each.ref === ref)
  if (area === undefined) throw data(null, { status: 404 })
  return area
}
