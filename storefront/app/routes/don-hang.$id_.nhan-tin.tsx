import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { MessageForm } from '#app/components/order/message-form.tsx'
import { MessageList } from '#app/components/order/message-list.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { orderMessages as words } from '#app/i18n/order-messages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf } from '#app/lib/centre/centre-page.server.ts'
import { env } from '#app/lib/env.server.ts'
import { groupPath, messagesPath } from '#app/lib/group-path.ts'
import {
  markMessagesRead,
  noteRead,
  readMessages,
  refusedMessage,
  sendMessage,
} from '#app/lib/orders/messages.server.ts'
import { buyerOrder } from '#app/lib/orders/returns.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** As the order's own page. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/**
 * Messages of one order for its buyer: `?t=` the group's token, `?don=` one of its orders; `truoc=` goes back in a long conversation,
 * `xong=1` says that a message was just sent. Opening the page is reading it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const { searchParams } = new URL(args.request.url)
  const order = buyerOrder(args.params.id ?? '', searchParams.get('t'), searchParams.get('don'))
  if (order === null) throw new Response(null, { status: 404 })
  const before = searchParams.get('truoc')
  const conversation = await pageData(readMessages(context, order, before))
  await noteRead(args.request, conversation, (upTo) => markMessagesRead(context, order, upTo))
  const head = {
    ...{ title: t('title'), description: t('lead') },
    ...{ locale: context.locale, index: false, url: `${env().STOREFRONT_URL}/don-hang` },
  }
  return {
    ...{ head, order, conversation, key: randomUUID(), earlier: before !== null },
    // An address that was not opened before: to the one it shows a browser only scrolls.
    readAt: Date.now(),
    sent: searchParams.get('xong') === '1',
  }
}

/** Sends a message; a refused one comes back with its words. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const { searchParams } = new URL(args.request.url)
  const order = buyerOrder(args.params.id ?? '', searchParams.get('t'), searchParams.get('don'))
  if (order === null) throw new Response(null, { status: 404 })
  const values = await textsOf(args.request)
  try {
    await sendMessage(context, order, { key: values.key ?? '', text: values.text ?? '' })
  } catch (error) {
    const refused = refusedMessage(context, error, values)
    return data(refused, { status: refused.status })
  }
  return redirect(`${messagesPath(order.groupId, order.token, order.orderId)}&xong=1#viet`, 303)
}

export default function OrderMessagesRoute() {
  const t = useT(words)
  const { order, conversation, key, earlier, sent, readAt } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const path = messagesPath(order.groupId, order.token, order.orderId)
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <BackLink to={groupPath(order.groupId, order.token)}>{t('back')}</BackLink>
      <PageHeader title={t('title')} eyebrow={`${conversation.number} · ${conversation.producer}`} lead={t('lead')} />
      <div className="grid gap-6">
        <section className="card card-body grid gap-4" aria-label={t('heading')}>
          <MessageList
            conversation={conversation}
            other={conversation.producer}
            none={t(conversation.state === 'open' ? 'noneBuyer' : 'none')}
            olderHref={conversation.older === null ? null : `${path}&truoc=${conversation.older}`}
            latestHref={earlier ? path : null}
          />
        </section>
        <div id="viet" className="grid scroll-mt-4 gap-4">
          {sent && !refused ? (
            <Notice kind="success" live>
              {t('done')}
            </Notice>
          ) : null}
          <Notice kind="warning">{t('safety')}</Notice>
          <MessageForm
            conversation={conversation}
            messageKey={key}
            hint={t('textHint')}
            what="message"
            at="#viet"
            refused={refused}
          />
          <div className="flex flex-wrap gap-3">
            <LinkButton look="quiet" reloadDocument to={`${path}&luc=${readAt}#moi`}>
              {t('reload')}
            </LinkButton>
            {conversation.state === 'over' ? (
              <LinkButton
                look="quiet"
                reloadDocument
                to={`/khieu-nai/gui?ve=${encodeURIComponent(conversation.number)}`}
              >
                {t('complain')}
              </LinkButton>
            ) : null}
          </div>
        </div>
      </div>
    </div>
  )
}
