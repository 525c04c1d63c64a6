import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { MissingList } from '#app/components/dossier/missing-list.tsx'
import { ReturnNotes } from '#app/components/dossier/return-notes.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import {
  dossierApi,
  dossierHead,
  dossierRefusal,
  inLanguage,
  readDossier,
} from '#app/lib/dossier/dossier-page.server.ts'
import { dossierPath } from '#app/lib/dossier/paths.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const answer = await readDossier(producer, args.params.id)
  return { head: dossierHead(args, (t) => t('submitTitle')), ...answer }
}

/** Hands the dossier in, or takes it back (`intent`). Sent twice, it is handed in once. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const version = Number(form.get('version'))
  const withdraw = form.get('intent') === 'withdraw'
  const reason = String(form.get('reason') ?? '')
  try {
    await producer.ask(dossierApi(args.params.id, withdraw ? 'withdraw' : 'submit'), {
      method: 'POST',
      body: withdraw ? { version, reason } : { version },
      headers: inLanguage(locale),
    })
    const path = dossierPath(args.params.id ?? '', withdraw ? '' : 'nop')
    return redirect(withdraw ? `${path}?xong=rut` : path, 303)
  } catch (error) {
    const { sentence, status } = dossierRefusal(error, locale)
    return data({ sentence, reason }, { status })
  }
}

export default function SubmitRoute() {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const locale = useLocale()
  const { dossier, communeName } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { acts, missing, receiptNumber, dueOn, set } = dossier
  const submits = acts.includes('submit') || acts.includes('answer')
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <BackLink to={dossierPath(dossier.id)}>{desk('backToDossier')}</BackLink>
      <PageHeader
        title={submits || receiptNumber === null ? desk('submitTitle') : desk('submittedTitle')}
        eyebrow={dossier.product.name}
      />
      <div className="grid gap-6">
        <ErrorSummary title={() => desk('errorSummary')} errors={failed ? { form: failed.sentence } : {}} />
        {submits || receiptNumber === null || dueOn === null ? null : (
          <Notice kind="success" title={t('receipt', { number: receiptNumber })} live>
            <p>{desk('submittedText', { day: formatDay(dueOn, locale) })}</p>
          </Notice>
        )}
        {submits ? (
          <>
            <ReturnNotes dossier={{ ...dossier, returns: dossier.returns.slice(0, 1) }} linked />
            {missing.length > 0 ? (
              <MissingList dossier={dossier} />
            ) : (
              <Notice kind="success">{desk('submitReady')}</Notice>
            )}
            {missing.length > 0 ? null : (
              <form method="post" className="grid gap-3">
                <input type="hidden" name="version" value={dossier.version} />
                {communeName === null ? null : (
                  <p className="text-muted">{desk('submitsTo', { commune: communeName })}</p>
                )}
                <div>
                  <Button large name="intent" value="submit">
                    {acts.includes('answer') ? desk('resubmit') : desk('submit')}
                  </Button>
                </div>
              </form>
            )}
          </>
        ) : null}
        {set.samples === null || set.samples === 0 ? null : <p>{desk('samples', { count: set.samples })}</p>}
        <p className="flex flex-wrap gap-3">
          <a className={buttonClass('quiet', false)} href={dossierPath(dossier.id, 'mau-01.pdf')}>
            {desk('pdf1')}
          </a>
          <a className={buttonClass('quiet', false)} href={dossierPath(dossier.id, 'mau-02.pdf')}>
            {desk('pdf2')}
          </a>
        </p>
        {acts.includes('withdraw') ? (
          <details id="rut" className="fold">
            <summary>{desk('withdraw')}</summary>
            <form method="post" className="grid gap-3 pt-2">
              <input type="hidden" name="version" value={dossier.version} />
              <p>{desk('withdrawWarn')}</p>
              <TextAreaField
                name="reason"
                label={desk('withdrawWhy')}
                defaultValue={failed?.reason}
                maxLength={2_000}
                optional
              />
              <div>
                <Button look="warn" name="intent" value="withdraw">
                  {desk('withdraw')}
                </Button>
              </div>
            </form>
          </details>
        ) : null}
      </div>
    </div>
  )
}
