import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AgreementCard } from '#app/components/agreement/agreement-card.tsx'
import { EndForm } from '#app/components/agreement/end-form.tsx'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { agreement } from '#app/i18n/agreement.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { typedShare } from '#app/lib/agreement/share.ts'
import type { CentreAgreements } from '#app/lib/agreement/types.ts'
import { atCentre, tryWrite } from '#app/lib/centre/centre-page.server.ts'
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

const PATH = '/can-bo/trung-tam/thoa-thuan'
const DONE = { gui: 'done_sent', rut: 'done_withdrawn', ketthuc: 'done_ended' } as const

/** The centre's agreements; `?q=` finds producers to propose to, `?chu-the=` is the one that was chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const { searchParams } = new URL(args.request.url)
  const q = (searchParams.get('q') ?? '').slice(0, 100)
  const producer = searchParams.get('chu-the') ?? ''
  const query = new URLSearchParams({ q, ...(producer ? { producer } : {}) })
  const [answer, me] = await pageData(
    Promise.all([official.ask<CentreAgreements>(`/official/centre/agreements?${query}`), official.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, agreement)
  const done = searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, PATH, t('title'), t('centreLead')),
    ...answer,
    manages: me.verbs.includes('centre:manage'),
    q,
    today: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/** Form member `viec`: `gui` proposes, `rut` withdraws, `ketthuc` ends. */
export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const form = await args.request.formData()
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const values = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(' ')]))
  const post = (path: string, body: Record<string, unknown>) =>
    official.ask(`/official/centre/agreements${path}`, { method: 'POST', body, headers: inLanguage(locale) })
  const id = encodeURIComponent(read('id'))
  const share = typedShare(read('share'))
  const work =
    read('viec') === 'rut'
      ? post(`/${id}/withdraw`, {})
      : read('viec') === 'ketthuc'
        ? post(`/${id}/end`, { lastDay: read('lastDay'), reason: read('reason') || null })
        : post('', {
            producerId: read('producerId'),
            productIds: read('which') === 'some' ? form.getAll('productId').map(String) : null,
            // No share at all is refused by the backend, with its own sentence.
            shareBps: Number.isNaN(share) ? null : share,
            firstDay: read('firstDay'),
            lastDay: read('lastDay') || null,
            note: read('note') || null,
          })
  return (await tryWrite(work, values)) ?? redirect(`${PATH}?xong=${read('viec')}`, 303)
}

export default function CentreAgreementsRoute() {
  const t = useT(agreement)
  const { agreements, found, chosen, manages, q, today, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? {}
  const picked = new Set((values.productId ?? '').split(' '))
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('title')} lead={t('centreLead')} />
      </div>
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
      {manages ? (
        <section className="grid gap-4" aria-labelledby="de-nghi">
          <h2 id="de-nghi">{t('proposeTitle')}</h2>
          <p>{t('changeHint')}</p>
          <form method="get" action={PATH} className="flex flex-wrap items-end gap-3">
            <TextField name="q" label={t('find')} defaultValue={q} maxLength={100} required />
            <Button look="quiet">{t('search')}</Button>
          </form>
          {q !== '' && found.length === 0 ? <Notice>{t('foundNone')}</Notice> : null}
          {found.length > 0 ? (
            <ul className="work-list" aria-label={t('choose')}>
              {found.map(({ id, name, province }) => (
                <li key={id} className="work-line">
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`${PATH}?${new URLSearchParams({ 'chu-the': id })}#gui`}
                  >
                    {[name, province].filter(Boolean).join(', ')}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
          {chosen ? (
            <form method="post" id="gui" className="card card-body grid gap-4">
              <h3 className="text-lg">{t('to', { name: chosen.name })}</h3>
              <input type="hidden" name="producerId" value={chosen.id} />
              <fieldset className="grid gap-1">
                <legend className="field-label">{t('products')}</legend>
                <label className="inline-flex min-h-11 items-center gap-2">
                  <input type="radio" name="which" value="all" defaultChecked={values.which !== 'some'} />{' '}
                  {t('allProducts')}
                </label>
                <label className="inline-flex min-h-11 items-center gap-2">
                  <input type="radio" name="which" value="some" defaultChecked={values.which === 'some'} />{' '}
                  {t('chosenProducts')}
                </label>
                <div className="grid gap-1 pl-6">
                  {chosen.products.map(({ id, name }) => (
                    <label key={id} className="inline-flex min-h-11 items-center gap-2">
                      <input type="checkbox" name="productId" value={id} defaultChecked={picked.has(id)} /> {name}
                    </label>
                  ))}
                </div>
              </fieldset>
              <TextField
                name="share"
                label={t('shareField')}
                hint={t('shareHint')}
                inputMode="decimal"
                defaultValue={values.share ?? ''}
                required
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField
                  name="firstDay"
                  type="date"
                  label={t('firstDay')}
                  min={today}
                  defaultValue={values.firstDay ?? today}
                  required
                />
                <TextField
                  name="lastDay"
                  type="date"
                  label={t('lastDay')}
                  min={today}
                  defaultValue={values.lastDay}
                  optional
                />
              </div>
              <TextAreaField name="note" label={t('noteField')} maxLength={1000} defaultValue={values.note} optional />
              <Button large className="justify-self-start" name="viec" value="gui">
                {t('send')}
              </Button>
            </form>
          ) : null}
        </section>
      ) : (
        <Notice>{t('managersOnly')}</Notice>
      )}
      {agreements.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneCentre')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {agreements.map((each) => (
            <AgreementCard key={each.id} agreement={each} reader="centre">
              {manages && ['proposed', 'lapsed'].includes(each.standing) ? (
                <form method="post">
                  <input type="hidden" name="id" value={each.id} />
                  <Button look="quiet" name="viec" value="rut">
                    {t('withdraw')}
                    <span className="sr-only">: {each.producer.name}</span>
                  </Button>
                </form>
              ) : null}
              {manages && !each.closing && ['active', 'coming'].includes(each.standing) ? (
                <EndForm
                  agreement={each}
                  today={today}
                  values={values.id === each.id && values.viec === 'ketthuc' ? values : null}
                />
              ) : null}
            </AgreementCard>
          ))}
        </ul>
      )}
    </div>
  )
}
