import { noticeList } from '#app/i18n/notices.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Button } from '../button.tsx'

/** Marks notices as read up to the newest one shown. In: where the form is sent, that notice's id, and where to go back to. */
export function MarkReadForm({ action, upTo, back }: { action: string; upTo: string; back: string }) {
  const t = useT(noticeList)
  return (
    <form method="post" action={action}>
      <input type="hidden" name="den" value={upTo} />
      <input type="hidden" name="ve" value={back} />
      <Button look="quiet">{t('markAll')}</Button>
    </form>
  )
}
