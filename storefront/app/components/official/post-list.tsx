import { official } from '#app/i18n/official.ts'
import { officialVerbs } from '#app/i18n/official-verbs.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatList } from '#app/lib/format.ts'
import { roleWord } from '#app/lib/notices/notice-text.ts'
import type { OfficialPost } from '#app/lib/official/types.ts'
import { verbWord } from '#app/lib/official/verb-word.ts'

/** An official's posts: what they are called, where and until when they count, and what may be done under them. */
export function PostList({ posts }: { posts: readonly OfficialPost[] }) {
  const t = useT(official)
  const verb = useT(officialVerbs)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {posts.map((post) => {
        const place = [post.communeName, post.provinceName].filter((name) => name !== null).join(', ')
        const from = formatDay(post.from, locale)
        return (
          <li key={post.id} className="work-line">
            <p>
              <span className="font-semibold">{roleWord(post.role, t)}</span>, {post.unitName}
            </p>
            <p className="text-sm text-muted">
              {place || t('everywhere')} ·{' '}
              {post.to === null ? t('postSince', { from }) : t('postUntil', { from, to: formatDay(post.to, locale) })}
            </p>
            <p className="text-sm">
              {t('postMay')}:{' '}
              {formatList(
                post.verbs.map((each) => verbWord(each, verb)),
                locale,
              )}
              .
            </p>
          </li>
        )
      })}
    </ul>
  )
}
