import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { account } from '#app/i18n/account.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { requireCustomer } from '#app/lib/customer/require-customer.server.ts'
import type { ConsentView, FollowView } from '#app/lib/customer/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import type { NoticePage, NoticeView } from '#app/lib/notices/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const headers = privateHeaders

/** What is followed, and what became of it. `?loai=&muc=` is what a visitor wanted to follow before they signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireCustomer(args)
  const { searchParams } = new URL(args.request.url)
  const before = searchParams.get('truoc')
  const [{ follows }, notices, { consents }] = await pageData(
    Promise.all([
      client.ask<{ follows: FollowView[] }>('/store/customers/me/follows'),
      client.ask<NoticePage>('/store/customers/me/notices', { search: { before: before ?? undefined, limit: 20 } }),
      client.ask<{ consents: ConsentView[] }>('/store/customers/me/consents'),
    ]),
  )
  const wanted = wantedIn(searchParams)
  const follows_it = follows.some((each) => each.type === wanted?.type && each.handle === wanted.handle)
  return {
    follows,
    notices,
    agreed: consents.some((each) => each.purpose === 'follow_notices' && each.given),
    wanted: follows_it ? null : wanted,
    done: searchParams.get('xong') === '1',
  }
}

function wantedIn(search: URLSearchParams): { type: 'product' | 'producer'; handle: string } | null {
  const type = search.get('loai')
  const handle = search.get('muc') ?? ''
  return (type === 'product' || type === 'producer') && /^[a-z0-9-]{1,200}$/.test(handle) ? { type, handle } : null
}

/** `intent`: `follow` (what the address names), `unfollow`, `read`. */
export async function action(args: ActionFunctionArgs) {
  const client = await requireCustomer(args)
  const form = await args.request.formData()
  const wanted = wantedIn(new URL(args.request.url).searchParams)
  try {
    switch (form.get('intent')) {
      case 'unfollow':
        await client.ask(`/store/customers/me/follows/${encodeURIComponent(String(form.get('id')))}`, {
          method: 'DELETE',
          body: {},
        })
        return redirect('/tai-khoan/theo-doi', 303)
      case 'read':
        await client.ask('/store/customers/me/notices/read', {
          method: 'POST',
          body: { upTo: String(form.get('upTo')) },
        })
        return redirect('/tai-khoan/theo-doi', 303)
      default:
        if (!wanted) throw data(null, { status: 400 })
        await client.ask('/store/customers/me/follows', { method: 'POST', body: wanted })
        return redirect('/tai-khoan/theo-doi?xong=1', 303)
    }
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable') return data({ error: 'errorAway' as const }, { status: 503 })
    return data(
      { error: error.kind === 'conflict' ? ('errorFull' as const) : ('followUnknown' as const) },
      { status: error.status },
    )
  }
}

export default function FollowsRoute() {
  const t = useT(account)
  const { follows, notices, agreed, wanted, done } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const newest = notices.notices[0]
  return (
    <div className="grid gap-8">
      {failed ? (
        <Notice kind="warning" live>
          <p>{t(failed.error)}</p>
        </Notice>
      ) : null}
      {done && !failed ? (
        <Notice kind="success" live>
          <p>{t('followed')}</p>
        </Notice>
      ) : null}
      {wanted && !failed ? (
        <form method="post" className="card card-body flex flex-wrap items-center justify-between gap-3">
          <p>{t('confirmFollow', { handle: wanted.handle })}</p>
          <Button name="intent" value="follow">
            {t('followNow')}
          </Button>
        </form>
      ) : null}
      {!agreed && follows.length > 0 ? (
        <Notice>
          <p>{t('consentOff')}</p>
          <p className="pt-2">
            <LinkButton look="quiet" to="/tai-khoan/du-lieu" reloadDocument>
              {t('privacy')}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      <section className="grid gap-4" aria-labelledby="theo-doi">
        <h2 id="theo-doi">{t('follows')}</h2>
        {follows.length === 0 ? (
          <EmptyState title={t('noFollows')}>
            <p>{t('noFollowsText')}</p>
          </EmptyState>
        ) : (
          <ul className="card divide-y divide-line">
            {follows.map((follow) => (
              <li key={follow.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
                <span className="min-w-0">
                  <a
                    className="link"
                    href={`/${follow.type === 'product' ? 'san-pham' : 'nha-san-xuat'}/${follow.handle}`}
                  >
                    {follow.name}
                  </a>
                  <span className="block text-sm text-muted">{t(follow.type)}</span>
                </span>
                <form method="post" action="/tai-khoan/theo-doi">
                  <input type="hidden" name="id" value={follow.id} />
                  <Button look="quiet" name="intent" value="unfollow" aria-label={`${t('unfollow')}: ${follow.name}`}>
                    {t('unfollow')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="grid gap-4" aria-labelledby="tin-bao">
        <h2 id="tin-bao">{t('notices')}</h2>
        {notices.notices.length === 0 ? <p className="text-muted">{t('noNotices')}</p> : null}
        <ul className="grid gap-3">
          {notices.notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
        {notices.unread > 0 && newest ? (
          <form method="post" action="/tai-khoan/theo-doi">
            <input type="hidden" name="upTo" value={newest.id} />
            <Button look="quiet" name="intent" value="read">
              {t('markRead')}
            </Button>
          </form>
        ) : null}
        {notices.next ? (
          <p>
            <a className="link inline-flex min-h-11 items-center" href={`/tai-khoan/theo-doi?truoc=${notices.next}`}>
              {t('older')}
            </a>
          </p>
        ) : null}
      </section>
    </div>
  )
}

/** One piece of news in a buyer's words; a producer reads of the same with what they must do. */
function NoticeLine({ notice }: { notice: NoticeView }) {
  const t = useT(account)
  const locale = useLocale()
  const { params } = notice
  const product = String(params.product ?? '')
  const day = formatDay(String(params.from ?? params.to ?? ''), locale)
  const words = () => {
    switch (notice.kind) {
      case 'star_given':
      case 'star_restored':
        return t(notice.kind, { product, stars: Number(params.stars) })
      case 'star_extended':
      case 'star_suspended':
      case 'star_expired':
      case 'star_revoked':
        return t(notice.kind, { product, day })
      default:
        return t('notice_other')
    }
  }
  return (
    <li className="card card-body grid gap-1">
      <p className={notice.read ? '' : 'font-semibold'}>{words()}</p>
      <p className="text-sm text-muted">
        <Day value={notice.at} moment /> {notice.read ? null : <span className="mark mark-warn">{t('unread')}</span>}
      </p>
    </li>
  )
}
