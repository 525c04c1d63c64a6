import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '#app/components/desk/sign-in-form.tsx'
import { desk } from '#app/i18n/desk.ts'
import { memberPassword } from '#app/i18n/member-password.ts'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { signIn } from '#app/lib/producer/sign-in.server.ts'
import { SIGN_IN_PATH } from '#app/lib/producer/sign-in-path.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { returnPath } from '#app/lib/return-path.server.ts'
import { answerSignIn } from '#app/lib/sign-in-answer.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false, frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/**
 * `?ve=` is where to go afterwards; `?ra=1` says that somebody just signed out, `?moi=1` that they made their
 * account, `?xong=matkhau` that a password was set.
 */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, desk)
  const { searchParams } = new URL(args.request.url)
  return {
    head: {
      title: t('signInTitle'),
      description: t('signInLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}${SIGN_IN_PATH}`,
      index: false,
    },
    back: deskPath(searchParams.get('ve')),
    signedOut: searchParams.get('ra') === '1',
    accountMade: searchParams.get('moi') === '1',
    changed: searchParams.get('xong') === 'matkhau',
  }
}

export function action(args: ActionFunctionArgs) {
  return answerSignIn(args, signIn, (form) => deskPath(form.get('ve')))
}

/** A page of the producers' own, never another. */
function deskPath(value: unknown): string {
  const path = returnPath(value)
  const desk = path.startsWith('/chu-the/') && !path.startsWith(SIGN_IN_PATH)
  return desk ? path : '/chu-the'
}

export default function SignInRoute() {
  const t = useT(desk)
  const tPassword = useT(memberPassword)
  const tSeller = useT(seller)
  const { back, signedOut, accountMade, changed } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <SignInForm
      title={t('signInTitle')}
      lead={t('signInLead')}
      help={
        <>
          {t('signInHelp')}{' '}
          <a className="link" href="/ban-hang">
            {tSeller('whyTitle')}
          </a>
        </>
      }
      failed={failed}
      signedOut={signedOut}
      done={accountMade ? tSeller('accountMade') : changed ? tPassword('changed') : null}
      forgot={{ href: '/chu-the/quen-mat-khau', label: tPassword('forgotLink') }}
      back={back}
    />
  )
}
