import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { ContractFacts } from '#app/components/centre/contract-facts.tsx'
import { ContractGoodsForm } from '#app/components/centre/contract-goods-form.tsx'
import { ContractLineItem } from '#app/components/centre/contract-line.tsx'
import { ContractStanding } from '#app/components/centre/contract-standing.tsx'
import { DeliveryList } from '#app/components/centre/delivery-list.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import { CONTRACTS_PAGE, contractPath } from '#app/lib/centre/contract-path.ts'
import type { ContractDesk } from '#app/lib/centre/contract-types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const DONE = ['lap', 'sua', 'hang', 'bo-hang', 'thuc-hien', 'thanh-ly', 'cham-dut', 'giao', 'bo-giao', 'xoa'] as const

/** A contract with its lines and deliveries; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [desk, me] = await pageData(
    Promise.all([official.ask<ContractDesk>(contractPath(args.params.contract)), official.desk()]),
  )
  const { contract } = desk
  const done = new URL(args.request.url).searchParams.get('xong')
  return {
    head: deskHead(
      requestContext(args),
      `${CONTRACTS_PAGE}/${contract.id}`,
      contract.retailerName,
      contract.number ?? '',
    ),
    ...desk,
    manages: me.verbs.includes('centre:manage'),
    done: DONE.find((each) => each === done) ?? null,
  }
}

/**
 * Form member `viec`: `hang` adds goods, `bo-hang` takes a line out, `thuc-hien` puts the contract in force, `thanh-ly` and `cham-dut` end
 * it, `xoa` deletes a draft, `bo-giao` takes a delivery back.
 */
export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const post = (rest: string, body: Record<string, unknown> = {}) =>
    official.ask(contractPath(args.params.contract, rest), { method: 'POST', body, headers: inLanguage(locale) })
  const id = encodeURIComponent(values.id ?? '')
  const reason = { reason: values.reason ?? '' }
  // What is no number is sent as nothing, and refused with a sentence.
  const number = (text: string | undefined) => {
    const whole = wholeNumber(text)
    return Number.isNaN(whole) ? null : whole
  }
  const [productId = '', variantId = ''] = (values.goods ?? '').split(' ')
  const line = {
    ...{ productId, variantId, unit: values.unit ?? '', per: values.per ?? '' },
    ...{ quantity: number(values.quantity), price: number(values.price) },
  }
  const deeds: Record<string, () => Promise<unknown>> = {
    hang: () => post('/lines', line),
    'bo-hang': () => post(`/lines/${id}/remove`),
    'thuc-hien': () => post('/activate'),
    'thanh-ly': () => post('/end'),
    'cham-dut': () => post('/terminate', reason),
    'bo-giao': () => post(`/deliveries/${id}/void`, reason),
    xoa: () => post('/drop'),
  }
  const done = DONE.find((each) => each === values.viec)
  const deed = done && deeds[done]
  if (!deed) throw new Response(null, { status: 400 })
  const page = done === 'xoa' ? CONTRACTS_PAGE : `${CONTRACTS_PAGE}/${encodeURIComponent(args.params.contract ?? '')}`
  return (await tryWrite(deed(), values)) ?? redirect(`${page}?xong=${done}`, 303)
}

export default function ContractRoute() {
  const t = useT(supply)
  const locale = useLocale()
  const { contract, deliveries, goods, manages, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const draft = contract.state === 'draft'
  const toDay = formatDay(contract.toDay, locale)
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div>
        <CentreMenu />
        <PageHeader
          title={contract.retailerName}
          eyebrow={[t(`is_${contract.standing}`), ...(contract.sample ? [t('sample')] : [])].join(' · ')}
        >
          {manages && (draft || contract.state === 'active') ? (
            <LinkButton
              look="quiet"
              className="justify-self-start"
              to={`${CONTRACTS_PAGE}/${contract.id}/sua`}
              reloadDocument
            >
              {t('change')}
            </LinkButton>
          ) : null}
        </PageHeader>
        <div className="grid gap-4">
          {refused ? (
            <Notice kind="warning" live>
              {refused.sentence}
            </Notice>
          ) : null}
          {done && !refused ? (
            <Notice kind="success" live>
              {t(`done_${done}`)}
            </Notice>
          ) : null}
          {contract.standing === 'soon' ? <Notice kind="warning">{t('soon', { day: toDay })}</Notice> : null}
          {contract.standing === 'over' ? <Notice kind="warning">{t('over', { day: toDay })}</Notice> : null}
          {contract.endedOn !== null ? (
            <Notice>
              {contract.endReason === null
                ? t('ended', { day: formatDay(contract.endedOn, locale) })
                : t('terminated', { day: formatDay(contract.endedOn, locale), reason: contract.endReason })}
            </Notice>
          ) : null}
          <ContractFacts contract={contract} />
          <Notice>{t('money')}</Notice>
          {manages ? null : <Notice>{t('managersOnly')}</Notice>}
        </div>
      </div>
      <section className="grid gap-3" aria-labelledby="hang">
        <h2 id="hang">{t('goods')}</h2>
        {contract.lines.length === 0 ? <p>{t('noGoods')}</p> : null}
        {contract.lines.length > 0 ? (
          <ul className="work-list">
            {contract.lines.map((line) => (
              <ContractLineItem key={line.id} line={line}>
                {draft ? null : (
                  <LinkButton
                    look="quiet"
                    className="justify-self-start"
                    to={`${CONTRACTS_PAGE}/${contract.id}/giao/${line.id}`}
                    reloadDocument
                  >
                    {t('deliver')}
                    <span className="sr-only">: {line.title}</span>
                  </LinkButton>
                )}
                {draft && manages ? (
                  <form method="post">
                    <input type="hidden" name="id" value={line.id} />
                    <Button look="quiet" name="viec" value="bo-hang">
                      {t('remove')}
                      <span className="sr-only">: {line.title}</span>
                    </Button>
                  </form>
                ) : null}
              </ContractLineItem>
            ))}
          </ul>
        ) : null}
        {draft && manages ? (
          <ContractGoodsForm goods={goods} values={refused?.values.viec === 'hang' ? refused.values : {}} />
        ) : null}
      </section>
      {draft ? null : (
        <section className="grid gap-3" aria-labelledby="giao">
          <h2 id="giao">{t('deliveries')}</h2>
          <DeliveryList deliveries={deliveries} lines={contract.lines} mayTakeBack={manages} label={t('deliveries')} />
        </section>
      )}
      {manages && (draft || contract.state === 'active') ? (
        <ContractStanding
          draft={draft}
          typedReason={refused?.values.viec === 'cham-dut' ? (refused.values.reason ?? '') : null}
        />
      ) : null}
    </div>
  )
}
