import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { acceptInvitation, readInvitation } from '#app/lib/seller/applications.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const LEAST = 12

const linkOf = ({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) => ({
  id: params.id ?? '',
  token: new URL(request.url).searchParams.get('k') ?? '',
})

/** An invitation by its link; one that is used up or wrong has a page of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, seller)
  const invitation = await pageData(
    readInvitation(context, linkOf(args)).catch((error: unknown) => {
      if (error instanceof ShopError && (error.kind === 'not_found' || error.status === 410)) return null
      throw error
    }),
  )
  const head = {
    title: invitation ? t('invitationTitle', { producer: invitation.producerName }) : t('invitationUsedTitle'),
    description: t('invitationUsed'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/loi-moi`,
    index: false,
  }
  return data({ head, invitation }, { status: invitation ? 200 : 404 })
}

/** Makes the account and leads to signing in. The password is never sent back. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, seller)
  const form = await args.request.formData()
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 300)
  const [name, email, password] = [read('name').trim(), read('email').trim(), read('password')]
  const failure = (errors: Record<string, string>, status: number) => data({ name, email, errors }, { status })
  if (password.length < LEAST) return failure({ password: t('passwordShort') }, 400)
  try {
    await acceptInvitation(context, linkOf(args), { name, email, password })
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    const sentence = error.kind === 'unavailable' ? t('errorAway') : error.message
    return failure({ [error.field ?? 'form']: sentence }, error.status)
  }
  return redirect('/chu-the/dang-nhap?moi=1', 303)
}

export default function InvitationRoute() {
  const t = useT(seller)
  const { invitation } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  if (invitation === null) {
    return (
      <div className="wrap max-w-[40rem] pb-14">
        <PageHeader title={t('invitationUsedTitle')} lead={t('invitationUsed')} />
        <LinkButton to="/chu-the/dang-nhap">{t('signIn')}</LinkButton>
      </div>
    )
  }
  const errors = failed?.errors ?? {}
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <PageHeader
        title={t('invitationTitle', { producer: invitation.producerName })}
        lead={t('invitationLead', { role: t(`role_${invitation.role}`) })}
      />
      <form method="post" className="grid gap-5" noValidate>
        <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={errors} />
        <TextField
          name="name"
          label={t('yourName')}
          error={errors.name ?? null}
          defaultValue={failed?.name ?? invitation.name}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          error={errors.email ?? null}
          defaultValue={failed?.email ?? invitation.email ?? ''}
          autoComplete="username"
          maxLength={254}
          required
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          hint={t('passwordHint')}
          error={errors.password ?? null}
          autoComplete="new-password"
          minLength={LEAST}
          maxLength={128}
          required
        />
        <Button large className="justify-self-start">
          {t('makeAccount')}
        </Button>
      </form>
    </div>
  )
}
