import { Notice } from '#app/components/notice.tsx'

/** What the backend refused, as it said it. */
export function RefusedNotice({ error }: { error: string | null | undefined }) {
  if (!error) return null
  return (
    <Notice kind="warning" live>
      {error}
    </Notice>
  )
}
