import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { CodeScanner } from '#app/components/inspector/code-scanner.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PackLine } from '#app/components/seller-order/pack-line.tsx'
import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { readPackForm } from '#app/lib/orders/pack-form.ts'
import type { PackingLine, SellerOrderView } from '#app/lib/orders/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** What is left to pack, with lots. The key makes a form that is sent twice one parcel. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const id = encodeURIComponent(args.params.id ?? '')
  const [{ order }, { lines }] = await Promise.all([
    pageData(producer.ask<{ order: SellerOrderView }>(`/producer/orders/${id}`)),
    pageData(producer.ask<{ lines: PackingLine[] }>(`/producer/orders/${id}/packing`)),
  ])
  const context = requestContext(args)
  const t = serverT(context, sellerOrders)
  const head = deskHead(context, `/chu-the/don-hang/${id}/goi`, t('packTitle', { number: order.number }), t('packLead'))
  return { head, number: order.number, orderId: order.orderId, state: order.state, lines, key: randomUUID() }
}

/** Packs; what was refused comes back with everything that was entered. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const id = encodeURIComponent(args.params.id ?? '')
  const form = await args.request.formData()
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  try {
    await producer.ask(`/producer/orders/${id}/parcels`, {
      method: 'POST',
      body: readPackForm(values),
      headers: inLanguage(locale),
    })
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    const scanned = (error.body as { scanned?: unknown } | null)?.scanned
    const code = typeof scanned === 'string' ? scanned : null
    return data({ values, sentence: error.message, code }, { status: error.status })
  }
  return redirect(`/chu-the/don-hang/${id}?xong=1`, 303)
}

export default function PackRoute() {
  const t = useT(sellerOrders)
  const { number, orderId, state, lines, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const codes = useRef<HTMLFormElement>(null)
  const locale = useLocale()
  const open = lines.filter((line) => line.left > 0 && line.waitsFor === null)
  const waiting = lines.filter((line) => line.left > 0 && line.waitsFor !== null)
  const addCode = (text: string) => {
    const field = codes.current?.elements.namedItem('codes')
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = [...field.value.split('\n').filter(Boolean), text].join('\n')
    field.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="wrap max-w-[48rem] pb-8">
      <BackLink to={`/chu-the/don-hang/${orderId}`}>{number}</BackLink>
      <PageHeader title={t('packTitle', { number })} lead={t('packLead')} />
      {waiting.map((line) => (
        <Notice key={line.lineId} title={line.title}>
          <p>{t('waitsFor', { count: line.left, day: formatDay(line.waitsFor ?? '', locale) })}</p>
        </Notice>
      ))}
      {state !== 'confirmed' || open.length === 0 ? (
        waiting.length > 0 ? null : (
          <Notice>{t('cannotPack')}</Notice>
        )
      ) : (
        <form method="post" ref={codes} className="grid gap-5">
          <input type="hidden" name="key" value={refused?.values.key ?? key} />
          {refused ? (
            <Notice kind="warning" live>
              {refused.code ? t('refusedCode', { sentence: refused.sentence, code: refused.code }) : refused.sentence}
            </Notice>
          ) : null}
          {open.map((line) => (
            <PackLine key={line.lineId} line={line} values={refused?.values} />
          ))}
          <section className="card card-body grid gap-3">
            <h2 className="text-lg">{t('scanTitle')}</h2>
            <CodeScanner onText={addCode} />
            <TextAreaField
              key={refused?.values.codes ?? ''}
              name="codes"
              label={t('scanTitle')}
              hint={t('scanHint')}
              defaultValue={refused?.values.codes}
              rows={5}
              autoComplete="off"
              spellCheck={false}
            />
          </section>
          <Button large>{t('packDone')}</Button>
        </form>
      )}
    </div>
  )
}
