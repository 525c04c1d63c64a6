import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { FairBooth } from '#app/lib/centre/fair-types.ts'

/** What keeps a fair from being closed, each with the page on which it is done; nothing when nothing is left. */
export function FairLeft({ booths }: { booths: readonly FairBooth[] }) {
  const t = useT(fairs)
  const things = booths.flatMap(({ name: booth, shopId, pieces, openSales, waiting }) => {
    const page = `/can-bo/trung-tam/${shopId}`
    return [
      ...(pieces > 0 ? [[`${page}/phieu?loai=return`, t('leftPieces', { booth, count: pieces })] as const] : []),
      ...(waiting > 0 ? [[`${page}/chot#cho-xu-ly`, t('leftWaiting', { booth, count: waiting })] as const] : []),
      ...(openSales > 0 ? [[`${page}/chot`, t('leftSales', { booth, count: openSales })] as const] : []),
    ]
  })
  if (things.length === 0) return null
  return (
    <ul>
      {things.map(([href, text]) => (
        <li key={text}>
          <a className="link inline-flex min-h-11 items-center" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
