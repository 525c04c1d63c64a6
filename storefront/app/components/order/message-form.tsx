import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { orderMessages } from '#app/i18n/order-messages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ConversationView, RefusedMessage } from '#app/lib/orders/message-types.ts'

/**
 * The form of a message, or why there is none any more. `messageKey` makes a message that is sent twice one; a refused one keeps its own.
 * In: what the page's action reads beside (`what`, a hidden `do`), and the hint below the label.
 */
export function MessageForm({
  conversation: { state, until },
  messageKey,
  hint,
  what,
  at,
  refused,
}: {
  conversation: ConversationView
  messageKey: string
  hint: string
  what: string
  /** The anchor of the form: where its answer is looked at, `#viet`. */
  at: string
  refused: RefusedMessage | null
}) {
  const t = useT(orderMessages)
  if (state !== 'open') return <Notice>{t(state)}</Notice>
  return (
    <form method="post" action={at} className="grid gap-3">
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="key" value={refused?.values.key || messageKey} />
      <TextAreaField
        name="text"
        label={t('text')}
        hint={hint}
        required
        maxLength={2000}
        rows={4}
        defaultValue={refused?.values.text ?? ''}
        error={refused?.sentence ?? null}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button>{t('send')}</Button>
        {until ? (
          <p className="text-sm text-muted">
            {t('until')} <Day value={until} />
          </p>
        ) : null}
      </div>
    </form>
  )
}
