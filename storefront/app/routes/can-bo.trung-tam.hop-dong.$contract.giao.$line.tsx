import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { ContractLineItem } from '#app/components/centre/contract-line.tsx'
import { TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import { CONTRACTS_PAGE, contractPath } from '#app/lib/centre/contract-path.ts'
import type { ContractDesk, DeliverableLot } from '#app/lib/centre/contract-types.ts'
import { formatDay } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

/** The form of a delivery of one line, with the lots of its producer's book; without the book there is no choice of lots. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const { contract: contractId, line: lineId } = args.params
  const [{ contract }, { today }] = await pageData(
    Promise.all([official.ask<ContractDesk>(contractPath(contractId)), official.desk()]),
  )
  const line = contract.lines.find(({ id }) => id === lineId)
  if (!line || contract.state === 'draft') throw new Response(null, { status: 404 })
  const lots = await official
    .ask<{ lots: DeliverableLot[] }>(contractPath(contractId, `/lines/${encodeURIComponent(line.id)}/lots`))
    .then((answer) => answer.lots)
    .catch((error: unknown) => {
      if (error instanceof ShopError && error.kind === 'unavailable') return null
      throw error
    })
  const context = requestContext(args)
  const page = `${CONTRACTS_PAGE}/${contract.id}`
  return {
    head: deskHead(context, `${page}/giao/${line.id}`, serverT(context, supply)('deliver'), contract.retailerName),
    contract: { id: contract.id, retailerName: contract.retailerName },
    line,
    lots,
    today,
    requestKey: randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const form = await args.request.formData()
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const lotCodes = form.getAll('lot').map(String)
  const quantity = wholeNumber(read('quantity'))
  const body = {
    ...{ requestKey: read('requestKey'), lineId: args.params.line ?? '', day: read('day'), lotCodes },
    ...{ quantity: Number.isNaN(quantity) ? null : quantity, note: read('note') || null },
  }
  const { contract } = args.params
  const work = official.ask(contractPath(contract, '/deliveries'), {
    method: 'POST',
    body,
    headers: inLanguage(locale),
  })
  const values = {
    ...{ requestKey: body.requestKey, day: body.day, quantity: read('quantity'), note: read('note') },
    lots: JSON.stringify(lotCodes),
  }
  const back = `${CONTRACTS_PAGE}/${encodeURIComponent(contract ?? '')}?xong=giao`
  return (await tryWrite(work, values)) ?? redirect(back, 303)
}

export default function DeliveryRoute() {
  const t = useT(supply)
  const locale = useLocale()
  const { contract, line, lots, today, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values: Record<string, string> = refused?.values ?? {}
  const picked = new Set<string>(values.lots ? JSON.parse(values.lots) : [])
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('deliver')} eyebrow={contract.retailerName} lead={t('deliverLead')} />
      </div>
      <ul className="work-list">
        <ContractLineItem line={line} />
      </ul>
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      <form method="post" className="grid gap-5">
        <input type="hidden" name="requestKey" value={values.requestKey ?? requestKey} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="day" type="date" label={t('day')} max={today} defaultValue={values.day ?? today} required />
          <TextField
            name="quantity"
            label={t('delivery', { unit: line.unit })}
            inputMode="numeric"
            defaultValue={values.quantity}
            maxLength={12}
            required
          />
        </div>
        {lots === null ? (
          <Notice>{t('lotsAway')}</Notice>
        ) : (
          <fieldset className="grid gap-1">
            <legend className="field-label">{t('lots')}</legend>
            <p className="field-hint">{lots.length === 0 ? t('noLots') : t('lotsHint')}</p>
            {lots.map((lot) => (
              <label key={lot.code} className="inline-flex min-h-11 items-center gap-2">
                <input type="checkbox" name="lot" value={lot.code} defaultChecked={picked.has(lot.code)} />
                <span>
                  {lot.code}
                  {lot.bestBefore === null ? '' : `, ${t('bestBefore', { day: formatDay(lot.bestBefore, locale) })}`}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <TextField name="note" label={t('note')} defaultValue={values.note} maxLength={300} optional />
        <div className="flex flex-wrap gap-3">
          <Button large>{t('deliver')}</Button>
          <LinkButton look="quiet" large to={`${CONTRACTS_PAGE}/${contract.id}`} reloadDocument>
            {t('back')}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}
