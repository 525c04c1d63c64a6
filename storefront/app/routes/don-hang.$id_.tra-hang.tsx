import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { AskedReturn } from '#app/components/order/asked-return.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { returns } from '#app/i18n/returns.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { buyerOrder, moveReturn, readReturns, sendReturn } from '#app/lib/orders/returns.server.ts'
import { RETURN_REASONS } from '#app/lib/orders/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** As the order's own page: an address and a phone number have no business with scripts. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?t=` the group's token, `?don=` one of its orders; `xong=1` says that something was just sent. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, returns)
  const { searchParams } = new URL(args.request.url)
  const order = buyerOrder(args.params.id ?? '', searchParams.get('t'), searchParams.get('don'))
  if (order === null) throw new Response(null, { status: 404 })
  const found = await pageData(readReturns(context, order))
  const head = {
    ...{ title: t('title'), description: t('lead'), locale: context.locale, index: false },
    url: `${env().STOREFRONT_URL}/don-hang`,
  }
  return { head, ...found, order, key: randomUUID(), sent: searchParams.get('xong') === '1' }
}

/** Sends, takes back, or disputes; what was refused comes back with everything that was entered but the photos. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, returns)
  const url = new URL(args.request.url)
  const order = buyerOrder(args.params.id ?? '', url.searchParams.get('t'), url.searchParams.get('don'))
  if (order === null) throw new Response(null, { status: 404 })
  const form = await args.request.formData()
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ) as Record<string, string>
  try {
    const id = values.id ?? ''
    if (values.do === 'withdraw') await moveReturn(context, order, id, { do: 'withdraw' })
    else if (values.do === 'dispute') {
      await moveReturn(context, order, id, { do: 'dispute', statement: values.statement ?? '' })
    } else {
      const lines = Object.entries(values).flatMap(([name, value]) => {
        const lineId = /^quantity_(.+)$/.exec(name)?.[1]
        const quantity = Number(value)
        return lineId !== undefined && Number.isInteger(quantity) && quantity > 0 ? [{ lineId, quantity }] : []
      })
      if (lines.length === 0) return data({ values, sentence: t('chooseGoods') }, { status: 422 })
      const photos = form.getAll('photo').flatMap((file) => (typeof file === 'string' || file.size === 0 ? [] : [file]))
      const asked = {
        ...{ key: values.key, kind: values.kind === 'cancel' ? 'cancel' : 'return', lines },
        ...{ reason: RETURN_REASONS.find((reason) => reason === values.reason), note: values.note?.trim() || null },
      }
      await sendReturn(context, order, asked, photos)
    }
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found' || error.kind === 'forbidden') throw error
    return data({ values, sentence: error.message }, { status: error.status })
  }
  url.searchParams.set('xong', '1')
  return redirect(`${url.pathname}${url.search}`, 303)
}

export default function ReturnRoute() {
  const t = useT(returns)
  const { choices, requests, order, key, sent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const open = choices.lines.filter((line) => line.left > 0)
  const reasons = RETURN_REASONS.filter((reason) => open.some((line) => line.reasons.includes(reason)))
  const values = refused?.values
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-6">
        {sent && !refused ? (
          <Notice kind="success" live>
            {t('sent')}
          </Notice>
        ) : null}
        {refused ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
        {requests.length > 0 ? (
          <section className="grid gap-3" aria-labelledby="asked">
            <h2 id="asked" className="text-lg">
              {t('asked')}
            </h2>
            {requests.map((request) => (
              <AskedReturn key={request.id} request={request} />
            ))}
          </section>
        ) : null}
        {choices.kind === null || open.length === 0 ? (
          <Notice>
            <p>{t('nothing')}</p>
            <p>{t('nothingHint')}</p>
          </Notice>
        ) : (
          <form method="post" encType="multipart/form-data" className="grid gap-5">
            <input type="hidden" name="key" value={values?.key ?? key} />
            <input type="hidden" name="kind" value={choices.kind} />
            <fieldset className="card card-body grid gap-4">
              <legend className="text-lg font-semibold">{t('goods')}</legend>
              {open.map((line) => (
                <div key={line.lineId} className="grid gap-1">
                  <p className="font-semibold">
                    {line.title}
                    {line.variant ? <span className="font-normal text-muted"> ({line.variant})</span> : null}
                  </p>
                  {line.perishable ? <p className="text-sm text-muted">{t('perishable')}</p> : null}
                  {line.until ? (
                    <p className="text-sm text-muted">
                      <Day value={line.until} moment />
                    </p>
                  ) : null}
                  <TextField
                    type="number"
                    inputMode="numeric"
                    name={`quantity_${line.lineId}`}
                    label={t('howMany')}
                    hint={t('left', { count: String(line.left) })}
                    min={0}
                    max={line.left}
                    defaultValue={
                      values?.[`quantity_${line.lineId}`] ?? (choices.kind === 'cancel' ? String(line.left) : '0')
                    }
                  />
                </div>
              ))}
            </fieldset>
            <SelectField name="reason" label={t('reason')} defaultValue={values?.reason}>
              {reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`reason_${reason}`)}
                </option>
              ))}
            </SelectField>
            <TextAreaField name="note" label={t('note')} optional maxLength={2000} defaultValue={values?.note} />
            {choices.kind === 'return' ? (
              <TextField
                type="file"
                name="photo"
                accept="image/jpeg,image/png,image/webp"
                multiple
                label={t('photos')}
                hint={t('photosHint')}
              />
            ) : null}
            <div>
              <Button large>{t('send')}</Button>
            </div>
          </form>
        )}
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`/don-hang/${order.groupId}?t=${order.token}`}>
            {t('back')}
          </a>
        </p>
      </div>
    </div>
  )
}
