import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buttonClass } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { payment } from '#app/i18n/payment.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { keepSession, readSession } from '#app/lib/session.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageMeta(data?.head),
  ...(data?.gateway ? [{ httpEquiv: 'refresh', content: `0;url=${data.gateway}` }] : []),
]

export const headers = privateHeaders

/** The step from this site to VNPay's, said once: the address comes from the signed cookie, never from the request. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, payment)
  const session = await readSession(args.request)
  const gateway = session.get('gateway') ?? null
  const head = { title: t('goingTitle'), description: t('goingText'), locale: context.locale, url: '/', index: false }
  return data({ head, gateway }, { headers: { 'Set-Cookie': await keepSession(session) } })
}

export default function ToVnpayRoute() {
  const t = useT(payment)
  const { gateway } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[46rem] pb-14">
      <PageHeader title={t('goingTitle')} />
      {gateway ? (
        <div className="grid justify-items-start gap-4">
          <p>{t('goingText')}</p>
          <a className={buttonClass('primary', true)} href={gateway}>
            {t('goingButton')}
          </a>
        </div>
      ) : (
        <Notice>
          <p>{t('goneText')}</p>
        </Notice>
      )}
    </div>
  )
}
