import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { refusalIn, refusalText } from '#app/lib/producer/refusal-text.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import type { RecallLine } from '#app/lib/producer/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import { liftSchema, RECALL_LENGTH } from '#app/schemas/recall.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Recalls, newest first. `?xong=lots-labels-orders` says what one just reached, `?cho=1` that it waits, `?go=1` that one ended. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ recalls }, { member }] = await pageData(
    Promise.all([producer.ask<{ recalls: RecallLine[] }>('/producer/recalls'), producer.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, journal)
  const { searchParams } = new URL(args.request.url)
  const [, lots, labels, orders] = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(searchParams.get('xong') ?? '') ?? []
  return {
    head: deskHead(context, '/chu-the/thu-hoi', t('recallsTitle'), t('recallLead')),
    recalls,
    owner: member.role === 'owner',
    reached: lots && labels && orders ? { lots: Number(lots), labels: Number(labels), orders: Number(orders) } : null,
    waits: searchParams.get('cho') === '1',
    lifted: searchParams.get('go') === '1',
  }
}

/** Lifts the recall `no` with a reason. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const t = serverT(context, journal)
  const form = await args.request.formData()
  const no = String(form.get('no') ?? '')
  const parsed = parseForm(liftSchema, form)
  if (!parsed.ok) return data({ no, reason: parsed.values.reason, error: t('errorReason') }, { status: 400 })
  try {
    await producer.ask(`/producer/recalls/${encodeURIComponent(no)}/lift`, { method: 'POST', body: parsed.value })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.code === 'recall_waiting') return redirect('/chu-the/thu-hoi?cho=1', 303)
    const away = error.kind === 'unavailable'
    const sentence = away ? t('errorJournalAway') : refusalText(t, context.locale, refusalIn(error.body, error.code))
    return data({ no, reason: parsed.value.reason, error: sentence }, { status: error.status })
  }
  return redirect('/chu-the/thu-hoi?go=1', 303)
}

export default function RecallsRoute() {
  const t = useT(journal)
  const { recalls, owner, reached, waits, lifted } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[48rem] pb-6">
      <BackLink to="/chu-the/lo">{t('title')}</BackLink>
      <PageHeader title={t('recallsTitle')} />
      <div className="grid gap-4">
        {reached ? (
          <Notice kind="success" live>
            {t('recallDone', reached)}
          </Notice>
        ) : null}
        {waits ? (
          <Notice kind="warning" live>
            {t('refused_recall_waiting')}
          </Notice>
        ) : null}
        {lifted ? (
          <Notice kind="success" live>
            {t('liftedNow')}
          </Notice>
        ) : null}
        {recalls.length === 0 ? (
          <EmptyState title={t('recallsEmptyTitle')}>{t('recallsEmptyText')}</EmptyState>
        ) : (
          <ul className="grid gap-4">
            {recalls.map((recall) => (
              <RecallItem key={recall.recallNo} recall={recall} owner={owner} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function RecallItem({ recall, owner }: { recall: RecallLine; owner: boolean }) {
  const t = useT(journal)
  const locale = useLocale()
  const answer = useActionData<typeof action>()
  const failed = answer?.no === recall.recallNo ? answer : undefined
  return (
    <li className="card card-body grid gap-2">
      <h2 className="flex flex-wrap items-center gap-3 text-lg">
        {recall.name}
        {recall.liftedAt === null ? <span className="mark mark-warn">{t('recalled')}</span> : null}
      </h2>
      <p>{t('recallSince', { when: formatMoment(recall.declaredAt, locale), reason: recall.reason })}</p>
      <p>{t('adviceLine', { advice: recall.advice })}</p>
      <p className="text-sm text-muted">{t('recallLots', { count: recall.lots })}</p>
      {recall.liftedAt !== null ? (
        <p className="text-sm text-muted">
          {t('lifted', { when: formatMoment(recall.liftedAt, locale), reason: recall.liftReason ?? '' })}
        </p>
      ) : owner ? (
        <details className="fold" open={failed !== undefined}>
          <summary>{t('lift')}</summary>
          <Form method="post" className="grid gap-4 pt-2" noValidate>
            <input type="hidden" name="no" value={recall.recallNo} />
            <TextAreaField
              name="reason"
              label={t('liftReason')}
              hint={t('liftReasonHint')}
              error={failed?.error}
              defaultValue={failed?.reason}
              maxLength={RECALL_LENGTH}
              rows={2}
              required
            />
            <Button look="quiet">{t('lift')}</Button>
          </Form>
        </details>
      ) : (
        <p className="text-sm text-muted">{t('liftOwner')}</p>
      )}
    </li>
  )
}
