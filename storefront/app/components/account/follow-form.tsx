import { Button } from '#app/components/button.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** Follows a product or producer. The page is the same for everybody: who is not signed in is asked to, and comes back to it. */
export function FollowForm({ type, handle }: { type: 'product' | 'producer'; handle: string }) {
  const t = useT(account)
  return (
    <form
      method="post"
      action={`/tai-khoan/theo-doi?loai=${type}&muc=${handle}`}
      className="print-hidden flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <Button look="quiet" name="intent" value="follow">
        {t('followNow')}
      </Button>
      <span className="text-sm text-muted">{t('followHint')}</span>
    </form>
  )
}
