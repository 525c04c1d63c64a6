import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '#app/components/desk/sign-in-form.tsx'
import { OfficialHeader } from '#app/components/official/official-header.tsx'
import { official } from '#app/i18n/official.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { OFFICIAL_HOME, OFFICIAL_SIGN_IN } from '#app/lib/official/paths.ts'
import { signIn } from '#app/lib/official/sign-in.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { returnPath } from '#app/lib/return-path.server.ts'
import { answerSignIn } from '#app/lib/sign-in-answer.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false, head: OfficialHeader }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ve=` is where to go afterwards; `?ra=1` says that somebody just signed out. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, official)
  const { searchParams } = new URL(args.request.url)
  return {
    head: deskHead(context, OFFICIAL_SIGN_IN, t('signInTitle'), t('signInLead')),
    back: officialPath(searchParams.get('ve')),
    signedOut: searchParams.get('ra') === '1',
  }
}

export function action(args: ActionFunctionArgs) {
  return answerSignIn(args, signIn, (form) => officialPath(form.get('ve')))
}

/** A page of the officials' own, never another. */
function officialPath(value: unknown): string {
  const path = returnPath(value)
  const own = /^\/can-bo(?=[/?]|$)/.test(path) && !path.startsWith(OFFICIAL_SIGN_IN)
  return own ? path : OFFICIAL_HOME
}

export default function OfficialSignInRoute() {
  const t = useT(official)
  const { back, signedOut } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <SignInForm
      title={t('signInTitle')}
      lead={t('signInLead')}
      help={t('signInHelp')}
      failed={failed}
      signedOut={signedOut}
      back={back}
    />
  )
}
