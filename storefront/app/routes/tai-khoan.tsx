import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { NavLink, Outlet, useLoaderData } from '@remix-run/react'
import { PageHeader } from '#app/components/page-header.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { requireCustomer } from '#app/lib/customer/require-customer.server.ts'
import { renewedCookie } from '#app/lib/customer/sign-in.server.ts'
import type { CustomerDesk } from '#app/lib/customer/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Whose account it is; a session close to its end is prolonged here. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireCustomer(args)
  const context = requestContext(args)
  const t = serverT(context, account)
  const [desk, cookie] = await Promise.all([
    pageData(client.ask<CustomerDesk>('/store/customers/me')),
    renewedCookie(context, args.request),
  ])
  const head = { title: t('menu'), description: t('signInLead'), locale: context.locale, url: '/', index: false }
  return data(
    { head, name: desk.customer.name, unread: desk.unreadNotices },
    { headers: cookie === null ? {} : { 'Set-Cookie': cookie } },
  )
}

export default function AccountRoute() {
  const t = useT(account)
  const { name, unread } = useLoaderData<typeof loader>()
  const places = [
    ['/tai-khoan', t('orders'), 0],
    ['/tai-khoan/dia-chi', t('addresses'), 0],
    ['/tai-khoan/theo-doi', t('follows'), unread],
    ['/tai-khoan/du-lieu', t('privacy'), 0],
  ] as const
  return (
    <div className="wrap max-w-[64rem] pb-14">
      <PageHeader title={t('hello', { name })} />
      <nav aria-label={t('menu')} className="account-nav">
        <ul>
          {places.map(([to, label, count]) => (
            <li key={to}>
              <NavLink to={to} end reloadDocument>
                {label}
                {count > 0 ? <span className="mark mark-warn ms-2">{count}</span> : null}
              </NavLink>
            </li>
          ))}
          <li>
            <form method="post" action="/tai-khoan/dang-xuat">
              <button type="submit" className="link inline-flex min-h-11 items-center">
                {t('signOut')}
              </button>
            </form>
          </li>
        </ul>
      </nav>
      <Outlet />
    </div>
  )
}
