import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { orderPapersPdf } from '@sao-lang/traceability/exports/order-papers-pdf'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { PRODUCER_MODULE } from '../../../../modules/producer'
import type { ProducerModuleService } from '../../../../modules/producer/service'
import type { PapersPrintQuery } from '../../../../parcels/bodies'
import { orderPaper } from '../../../../parcels/order-papers'
import { readOwnOrders } from '../../../../parcels/read-orders'

/** `GET /producer/orders/papers.pdf?kind&orders=a,b`: packing lists or delivery notes of up to 50 orders in one file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { kind, orders: ids } = req.validatedQuery as unknown as PapersPrintQuery
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const [orders, seller] = await Promise.all([
    readOwnOrders(req.scope, tenant, ids),
    producers.retrieveProducer(tenant.producerId, { select: ['id', 'name', 'address'] }),
  ])
  const file = await orderPapersPdf(orders.map((order) => orderPaper(kind, order, seller)))
  neverCache(res)
  res.attachment(kind === 'packing' ? 'phieu-dong-goi.pdf' : 'phieu-giao-hang.pdf')
  res.setHeader('content-type', 'application/pdf')
  res.send(file)
}
