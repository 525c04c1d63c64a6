import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CouncilLinks } from '#app/components/evaluation/council-links.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { ResultSentences } from '#app/components/evaluation/result-card.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { evaluationPage } from '#app/i18n/evaluation.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { evaluationClient } from '#app/lib/evaluation/evaluation-client.server.ts'
import type { ReplayAnswer } from '#app/lib/evaluation/types.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/tinh-lai'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ngay=` the day, `?huyen=`, `?tinh=`, `?trung-uong=` points (comma or point); or `?cong-nhan=` a recognition on record. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const { searchParams } = new URL(args.request.url)
  const given = (name: string) => (searchParams.get(name) ?? '').trim()
  const points = (name: string) => given(name).replace(',', '.') || undefined
  const values = { ngay: given('ngay'), huyen: given('huyen'), tinh: given('tinh'), trungUong: given('trung-uong') }
  const search = {
    on: values.ngay || undefined,
    recognition: given('cong-nhan') || undefined,
    district: points('huyen'),
    province: points('tinh'),
    central: points('trung-uong'),
  }
  const context = requestContext(args)
  const t = serverT(context, evaluationPage)
  const head = deskHead(context, PATH, t('replayTitle'), t('replayLead'))
  if (search.on === undefined && search.recognition === undefined) return { head, values, answer: null, error: null }
  try {
    const answer = await client.ask<ReplayAnswer>('/official/evaluations/replay', { search })
    return { head, values: { ...values, ngay: answer.on }, answer, error: null }
  } catch (error) {
    const refused = error instanceof ShopError && [400, 409, 422].includes(error.status)
    if (!refused) return await pageData(Promise.reject(error))
    return { head, values, answer: null, error: error.message }
  }
}

export default function ReplayRoute() {
  const t = useT(evaluationPage)
  const { values, answer, error } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('replayTitle')} lead={t('replayLead')} />
      <CouncilLinks current={PATH} />
      <div className="grid gap-6">
        <RefusedNotice error={error} />
        <form method="get" action={PATH} className="grid gap-4 sm:grid-cols-2">
          <TextField name="ngay" type="date" label={t('replayOn')} defaultValue={values.ngay} required />
          <TextField
            name="huyen"
            inputMode="decimal"
            label={t('replayDistrict')}
            hint={t('replayHint')}
            defaultValue={values.huyen}
            optional
          />
          <TextField name="tinh" inputMode="decimal" label={t('replayProvince')} defaultValue={values.tinh} optional />
          <TextField
            name="trung-uong"
            inputMode="decimal"
            label={t('replayCentral')}
            defaultValue={values.trungUong}
            optional
          />
          <p className="sm:col-span-2">
            <Button>{t('replay')}</Button>
          </p>
        </form>
        {answer === null ? null : (
          <section className="card card-body grid gap-3" aria-live="polite">
            <h2 className="text-lg">
              {answer.stars === null ? t('replayOpen') : t('replayStars', { stars: answer.stars })}
            </h2>
            {answer.recorded === null ? null : (
              <Notice kind={answer.recorded.agrees ? 'success' : 'warning'} title={answer.recorded.product}>
                {t(answer.recorded.agrees ? 'replayAgrees' : 'replayDiffers', {
                  decision: answer.recorded.decision,
                  stars: answer.recorded.stars,
                })}
              </Notice>
            )}
            <ResultSentences sentences={answer.sentences} />
            <p className="text-sm text-muted">{t('replaySource', { source: answer.source })}</p>
          </section>
        )}
      </div>
    </div>
  )
}
