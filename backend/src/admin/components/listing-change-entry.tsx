import { Heading, StatusBadge, Text } from '@medusajs/ui'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { ListingDifference } from '../../listings/listing-content'
import type { ListingChangeView } from '../../listings/review-change'
import { DecideListing } from './decide-listing'
import { Fact, Facts } from './facts'
import { LABEL_WORDS } from './label-words'

const STATES = {
  submitted: ['Chờ duyệt', 'orange'],
  approved: ['Đã duyệt', 'green'],
  returned: ['Đã trả lại', 'red'],
  withdrawn: ['Chủ thể đã rút', 'grey'],
} as const
const FIELDS: Record<ListingDifference['field'], string> = {
  title: 'Tên sản phẩm',
  description: 'Mô tả',
  ...LABEL_WORDS,
  price: 'Giá (đồng)',
  weightGrams: 'Khối lượng (gam)',
}

/** One change of a listing, field by field, and its decision. */
export function ListingChangeEntry({ change }: { change: ListingChangeView }) {
  const [words, color] = STATES[change.state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={change.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={change.id}>
          {change.title} · {change.producer}
        </Heading>
        <StatusBadge color={color}>{words}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Gửi lúc">{readableMoment(change.submittedAt)}</Fact>
        <Fact name="Xong lúc">{change.decidedAt ? readableMoment(change.decidedAt) : null}</Fact>
        <Fact name="Lý do trả lại">{change.reason}</Fact>
      </Facts>
      <ul className="flex flex-col gap-3">
        {change.differences.map((difference) => (
          <Difference key={`${difference.field}${difference.pack ?? ''}`} difference={difference} />
        ))}
      </ul>
      {change.outdated ? (
        <Text size="small" className="text-ui-fg-error">
          Sản phẩm đã đổi từ khi thay đổi này được gửi nên không duyệt được. Hãy trả lại để chủ thể gửi mới.
        </Text>
      ) : null}
      {change.state === 'submitted' ? (
        <DecideListing
          list="/listing-changes"
          id={change.id}
          name={change.title}
          approve={change.outdated ? null : 'Duyệt, hiển thị ngay'}
        />
      ) : null}
    </li>
  )
}

function Difference({ difference: { field, pack, before, after } }: { difference: ListingDifference }) {
  return (
    <li className="flex flex-col gap-1">
      <Text size="small" weight="plus">
        {pack === null ? FIELDS[field] : `${FIELDS[field]}: ${pack}`}
      </Text>
      <dl className="grid gap-2 sm:grid-cols-2">
        <Side name="Đang hiển thị" value={before} />
        <Side name="Xin đổi thành" value={after} />
      </dl>
    </li>
  )
}

function Side({ name, value }: { name: string; value: string | number | boolean | null }) {
  const words =
    typeof value === 'number'
      ? new Intl.NumberFormat('vi-VN').format(value)
      : typeof value === 'boolean'
        ? value
          ? 'Có'
          : 'Không'
        : value
  return (
    <div className="bg-ui-bg-subtle min-w-0 rounded-md p-2">
      <dt>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {name}
        </Text>
      </dt>
      <dd className="txt-small whitespace-pre-wrap break-words">{words || '(để trống)'}</dd>
    </div>
  )
}
