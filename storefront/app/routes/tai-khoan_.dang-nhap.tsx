import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '#app/components/desk/sign-in-form.tsx'
import { Notice } from '#app/components/notice.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { signIn } from '#app/lib/customer/sign-in.server.ts'
import { SIGN_IN_PATH } from '#app/lib/customer/sign-in-path.ts'
import { env } from '#app/lib/env.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { returnPath } from '#app/lib/return-path.server.ts'
import { answerSignIn } from '#app/lib/sign-in-answer.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const SAID = { moi: 'opened', 'mat-khau': 'passwordChanged', xoa: 'deletedNotice' } as const

/** `?ve=` is where to go afterwards; `?ra=1` says that somebody just signed out, `?xong=` what else was just done. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, account)
  const { searchParams } = new URL(args.request.url)
  const done = searchParams.get('xong')
  return {
    head: {
      title: t('signInTitle'),
      description: t('signInLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}${SIGN_IN_PATH}`,
      index: false,
    },
    back: pathAfter(searchParams.get('ve')),
    signedOut: searchParams.get('ra') === '1',
    said: done === 'moi' || done === 'mat-khau' || done === 'xoa' ? SAID[done] : null,
  }
}

export function action(args: ActionFunctionArgs) {
  return answerSignIn(args, signIn, (form) => pathAfter(form.get('ve')))
}

/** The account, or the page of the shop that sent the visitor here. */
function pathAfter(value: unknown): string {
  const path = returnPath(value)
  return /^\/(tai-khoan(?!\/(?:dang-nhap|dang-xuat))|thanh-toan\/giao-hang|gio-hang)/.test(path) ? path : '/tai-khoan'
}

export default function CustomerSignInRoute() {
  const t = useT(account)
  const { back, signedOut, said } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <>
      {said && !failed ? (
        <div className="wrap max-w-[30rem] pt-4">
          <Notice kind="success" live>
            <p>{t(said)}</p>
          </Notice>
        </div>
      ) : null}
      <SignInForm
        title={t('signInTitle')}
        lead={t('signInLead')}
        help={t('signInHelp')}
        failed={failed}
        signedOut={signedOut}
        back={back}
      />
      <p className="wrap flex max-w-[30rem] flex-wrap gap-x-6 pb-14">
        <a className="link inline-flex min-h-11 items-center" href="/tai-khoan/dang-ky">
          {t('toRegister')}
        </a>
        <a className="link inline-flex min-h-11 items-center" href="/tai-khoan/quen-mat-khau">
          {t('toForgot')}
        </a>
      </p>
    </>
  )
}
