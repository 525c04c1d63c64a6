import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { newFormToken, readFormToken } from '#app/lib/form-token.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { beginApplication } from '#app/lib/seller/applications.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, seller)
  const url = `${env().STOREFRONT_URL}/ban-hang/dang-ky`
  return {
    head: { title: t('startTitle'), description: t('startLead'), locale: context.locale, url, index: false },
    token: newFormToken(new Date()),
  }
}

/** Begins an application and leads to its link. Programs are kept out as at `/bao-van-de`. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const form = await args.request.formData()
  const name = String(form.get('name') ?? '').slice(0, 400)
  const token = readFormToken(String(form.get('token') ?? ''), new Date())
  const failure = (error: 'errorName' | 'errorTooFast' | 'errorStale' | 'errorAway', status: number) =>
    data(
      { name, error, token: error === 'errorTooFast' ? String(form.get('token')) : newFormToken(new Date()) },
      { status },
    )
  if (String(form.get('website') ?? '') !== '') return failure('errorStale', 400)
  if (name.trim().length < 2 || name.trim().length > 160) return failure('errorName', 400)
  if (!token.ok) return failure(token.reason === 'too_fast' ? 'errorTooFast' : 'errorStale', 400)
  try {
    const { id, token: key } = await beginApplication(context, name.trim())
    return redirect(`/ban-hang/dang-ky/${id}?${new URLSearchParams({ k: key })}`, 303)
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'too_many') return failure('errorTooFast', 429)
    return error.kind === 'unavailable' ? failure('errorAway', 503) : failure('errorName', 400)
  }
}

export default function StartRoute() {
  const t = useT(seller)
  const { token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const onField = failed?.error === 'errorName'
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <Breadcrumbs
        crumbs={[
          { label: t('whyTitle'), to: '/ban-hang' },
          { label: t('begin'), to: '/ban-hang/dang-ky' },
        ]}
      />
      <PageHeader title={t('startTitle')} lead={t('startLead')} />
      <form method="post" className="grid gap-5" noValidate>
        {failed && !onField ? (
          <Notice kind="warning" live>
            {t(failed.error)}
          </Notice>
        ) : null}
        <input type="hidden" name="token" value={failed?.token ?? token} />
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={onField ? t('errorName') : null}
          defaultValue={failed?.name ?? ''}
          autoComplete="organization"
          maxLength={160}
          required
        />
        <div className="trap" aria-hidden="true">
          <label>
            {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <Button large className="justify-self-start">
          {t('start')}
        </Button>
      </form>
    </div>
  )
}
