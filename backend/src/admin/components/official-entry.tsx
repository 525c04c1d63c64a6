import { Heading, StatusBadge } from '@medusajs/ui'
import type { OfficialView } from '../../officials/official-view'
import { Fact, Facts } from './facts'
import { GivePost } from './give-post'
import { OfficialAccount } from './official-account'
import { PostEntry } from './post-entry'

/** One official: how they are reached, the posts they hold, held and will hold, and what can be done about the account. */
export function OfficialEntry({ official }: { official: OfficialView }) {
  const { id, name, email, phone, status, sample, posts } = official
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {name}
        </Heading>
        <StatusBadge color={status === 'active' ? 'green' : 'red'}>
          {status === 'active' ? 'Đang dùng' : 'Tạm khóa'}
        </StatusBadge>
        {sample ? <StatusBadge color="grey">Minh hoạ</StatusBadge> : null}
      </div>
      <Facts>
        <Fact name="Thư điện tử">{email}</Fact>
        <Fact name="Điện thoại">{phone}</Fact>
      </Facts>
      <ul className="flex flex-col gap-2">
        {posts.map((post) => (
          <PostEntry key={post.id} officialId={id} post={post} />
        ))}
      </ul>
      <div className="flex flex-col gap-3">
        <GivePost officialId={id} />
        <OfficialAccount official={official} />
      </div>
    </li>
  )
}
