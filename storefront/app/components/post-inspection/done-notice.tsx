import { Notice } from '#app/components/notice.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** Says what a form of the page just did: `?xong=` of its address. */
export function DoneNotice({ done }: { done: string }) {
  const t = useT(postInspection)
  const key = `done_${done}`
  if (!Object.hasOwn(postInspection, key)) return null
  return (
    <Notice kind="success" live>
      {t(key as 'done_record')}
    </Notice>
  )
}
