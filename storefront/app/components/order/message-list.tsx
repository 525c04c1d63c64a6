import { Day } from '#app/components/day.tsx'
import { orderMessages } from '#app/i18n/order-messages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ConversationView, MessageView } from '#app/lib/orders/message-types.ts'

/**
 * What two sides said, oldest first, and the way to what came before. `#moi` is where unread ones begin, else the last.
 * In: what the other side is called, what is said when nothing was, and the addresses of earlier and of the latest messages.
 */
export function MessageList({
  conversation,
  other,
  none,
  olderHref,
  latestHref,
}: {
  conversation: ConversationView
  other: string
  none: string
  olderHref: string | null
  /** Null on the latest page. */
  latestHref: string | null
}) {
  const t = useT(orderMessages)
  const { messages } = conversation
  const target = (messages.find(({ fresh }) => fresh) ?? messages.at(-1))?.id
  if (messages.length === 0) return <p className="text-muted">{none}</p>
  return (
    <>
      {olderHref ? <Turn href={olderHref} words={t('older')} /> : null}
      <ol className="grid gap-4">
        {messages.map((message) => (
          <Message
            key={message.id}
            message={message}
            name={message.mine ? (message.author ?? t('you')) : other}
            anchor={message.id === target}
          />
        ))}
      </ol>
      {latestHref ? <Turn href={latestHref} words={t('latest')} /> : null}
    </>
  )
}

function Turn({ href, words }: { href: string; words: string }) {
  return (
    <p>
      <a className="link inline-flex min-h-11 items-center" href={href}>
        {words}
      </a>
    </p>
  )
}

function Message({ message, name, anchor }: { message: MessageView; name: string; anchor: boolean }) {
  const t = useT(orderMessages)
  const { mine, state, text, hideReason } = message
  return (
    <li
      id={anchor ? 'moi' : undefined}
      className={`grid scroll-mt-4 gap-1 ${mine ? 'justify-items-end ps-8 sm:ps-16' : 'justify-items-start pe-8 sm:pe-16'}`}
    >
      <p className={`flex flex-wrap gap-x-2 text-sm text-muted ${mine ? 'justify-end' : ''}`}>
        <span className="font-semibold text-ink">{name}</span>
        <span className="whitespace-nowrap">
          <Day value={message.writtenAt} moment />
          {message.fresh ? <span className="font-semibold text-lotus"> · {t('new')}</span> : null}
        </span>
      </p>
      {state === 'shown' ? (
        <p
          dir="auto"
          className={`max-w-full rounded px-4 py-2.5 [overflow-wrap:anywhere] whitespace-pre-wrap ${mine ? 'bg-leaf-soft' : 'border border-line bg-paper-deep'}`}
        >
          {text}
        </p>
      ) : (
        <p className="max-w-full rounded border border-dashed border-line-strong px-4 py-2.5 text-muted">
          {state === 'erased' ? t('erased') : t(`hidden_${hideReason ?? 'unlawful'}`)}
        </p>
      )}
      {mine && state === 'shown' ? <p className="text-sm text-muted">{t(message.seen ? 'seen' : 'sent')}</p> : null}
    </li>
  )
}
