import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AgreementCard } from '#app/components/agreement/agreement-card.tsx'
import { EndForm } from '#app/components/agreement/end-form.tsx'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { agreement } from '#app/i18n/agreement.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Agreement } from '#app/lib/agreement/types.ts'
import { textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/chu-the/thoa-thuan'
const DONE = { dongy: 'done_accepted', tuchoi: 'done_declined', ketthuc: 'done_ended' } as const

/** Which centres sell for the producer, and on which terms; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ member }, { agreements }] = await pageData(
    Promise.all([producer.desk(), producer.ask<{ agreements: Agreement[] }>('/producer/agreements')]),
  )
  const context = requestContext(args)
  const t = serverT(context, agreement)
  const done = new URL(args.request.url).searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, PATH, t('title'), t('producerLead')),
    agreements,
    owner: member.role === 'owner',
    today: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/** Form member `viec`: `dongy` accepts, `tuchoi` declines, `ketthuc` ends. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const values = await textsOf(args.request)
  const path = `/producer/agreements/${encodeURIComponent(values.id ?? '')}` as const
  const post = (deed: string, body: Record<string, unknown>) =>
    producer.ask(`${path}/${deed}`, { method: 'POST', body, headers: inLanguage(locale) })
  const work =
    values.viec === 'dongy'
      ? post('accept', {})
      : values.viec === 'tuchoi'
        ? post('decline', { reason: values.reason ?? '' })
        : post('end', { lastDay: values.lastDay ?? '', reason: values.reason || null })
  return (await tryWrite(work, values)) ?? redirect(`${PATH}?xong=${values.viec}`, 303)
}

export default function AgreementsRoute() {
  const t = useT(agreement)
  const { agreements, owner, today, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = (id: string, deed: string) =>
    refused?.values.id === id && refused.values.viec === deed ? refused.values : null
  const sells = (centreId: string) =>
    agreements.some(({ centre, standing }) => centre.id === centreId && ['active', 'coming'].includes(standing))
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <PageHeader title={t('title')} lead={t('producerLead')} />
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      {done && !refused ? (
        <Notice kind="success" live>
          {t(done)}
        </Notice>
      ) : null}
      {owner ? null : <Notice>{t('ownersOnly')}</Notice>}
      {agreements.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneProducer')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {agreements.map((each) => (
            <AgreementCard key={each.id} agreement={each} reader="producer">
              {each.standing === 'proposed' && sells(each.centre.id) ? <p>{t('replaces')}</p> : null}
              {owner && each.standing === 'proposed' ? (
                <>
                  <form method="post">
                    <input type="hidden" name="id" value={each.id} />
                    <Button large name="viec" value="dongy">
                      {t('accept')}
                      <span className="sr-only">: {each.centre.name}</span>
                    </Button>
                  </form>
                  <details open={typed(each.id, 'tuchoi') !== null}>
                    <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
                      {t('decline')}
                    </summary>
                    <form method="post" className="grid gap-3">
                      <input type="hidden" name="id" value={each.id} />
                      <label className="grid gap-1">
                        {t('declineReason')}
                        <input
                          className="input"
                          name="reason"
                          maxLength={500}
                          defaultValue={typed(each.id, 'tuchoi')?.reason ?? ''}
                          required
                        />
                      </label>
                      <Button look="quiet" className="justify-self-start" name="viec" value="tuchoi">
                        {t('decline')}
                      </Button>
                    </form>
                  </details>
                </>
              ) : null}
              {owner && !each.closing && ['active', 'coming'].includes(each.standing) ? (
                <EndForm agreement={each} today={today} values={typed(each.id, 'ketthuc')} />
              ) : null}
            </AgreementCard>
          ))}
        </ul>
      )}
    </div>
  )
}
