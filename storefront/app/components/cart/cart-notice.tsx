import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { CartFlash } from '#app/lib/session.server.ts'

/** What the last form did; a removal comes with the way back. */
export function CartNotice({ notice }: { notice: CartFlash }) {
  const t = useT(cart)
  return (
    <Notice kind={notice.kind === 'removed' ? 'info' : 'success'} live>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>{t(notice.kind, { title: notice.title })}</p>
        {notice.removed ? (
          <Form method="post" action="/gio-hang">
            <input type="hidden" name="intent" value="undo" />
            <input type="hidden" name="variantId" value={notice.removed.variantId} />
            <input type="hidden" name="quantity" value={notice.removed.quantity} />
            <Button look="quiet">{t('undo')}</Button>
          </Form>
        ) : null}
      </div>
    </Notice>
  )
}
