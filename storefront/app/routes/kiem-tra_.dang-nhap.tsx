import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '#app/components/desk/sign-in-form.tsx'
import { inspector } from '#app/i18n/inspector.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { INSPECTOR_APP, INSPECTOR_SIGN_IN, signIn } from '#app/lib/inspector/sign-in.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { answerSignIn } from '#app/lib/sign-in-answer.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false, frame: 'inspector' }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ra=1` says that somebody just signed out. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, inspector)
  const { searchParams } = new URL(args.request.url)
  return {
    head: {
      title: t('signInTitle'),
      description: t('signInLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}${INSPECTOR_SIGN_IN}`,
      index: false,
    },
    signedOut: searchParams.get('ra') === '1',
  }
}

export function action(args: ActionFunctionArgs) {
  return answerSignIn(args, signIn, () => INSPECTOR_APP)
}

export default function InspectorSignInRoute() {
  const t = useT(inspector)
  const { signedOut } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <SignInForm
      title={t('signInTitle')}
      lead={t('signInLead')}
      help={t('signInHelp')}
      failed={failed}
      signedOut={signedOut}
    />
  )
}
