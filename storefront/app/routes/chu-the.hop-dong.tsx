import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ContractFacts } from '#app/components/centre/contract-facts.tsx'
import { ContractLineItem } from '#app/components/centre/contract-line.tsx'
import { DeliveryList } from '#app/components/centre/delivery-list.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ProducerContracts } from '#app/lib/centre/contract-types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

/** Contracts with retailers that name the producer, to read: its own goods, and what of them was delivered. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { contracts } = await pageData(producer.ask<ProducerContracts>('/producer/supply-contracts'))
  const context = requestContext(args)
  const t = serverT(context, supply)
  return { head: deskHead(context, '/chu-the/hop-dong', t('title'), t('producerLead')), contracts }
}

export default function ProducerContractsRoute() {
  const t = useT(supply)
  const { contracts } = useLoaderData<typeof loader>()
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <PageHeader title={t('title')} lead={t('producerLead')} />
      <Notice>{t('money')}</Notice>
      {contracts.length === 0 ? (
        <EmptyState title={t('noneTitle')}>
          <p>{t('producerNone')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {contracts.map((contract) => (
            <li key={contract.id} className="card card-body grid gap-3">
              <p className="eyebrow">
                {[t(`is_${contract.standing}`), ...(contract.sample ? [t('sample')] : [])].join(' · ')}
              </p>
              <h2 className="text-lg">{contract.retailerName}</h2>
              <p className="text-sm text-muted">
                {[t('kept', { name: contract.centreName }), ...(contract.seller ? [t('youSell')] : [])].join(' · ')}
              </p>
              <ContractFacts contract={contract} />
              <ul className="work-list">
                {contract.lines.map((line) => (
                  <ContractLineItem key={line.id} line={line} />
                ))}
              </ul>
              <details>
                <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                  {t('deliveries')}
                  <span className="sr-only">: {contract.retailerName}</span>
                </summary>
                <DeliveryList
                  deliveries={contract.deliveries}
                  lines={contract.lines}
                  mayTakeBack={false}
                  label={t('deliveries')}
                />
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
