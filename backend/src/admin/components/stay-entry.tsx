import { Heading, StatusBadge } from '@medusajs/ui'
import { readableDay, readableMoment } from '../../calendar/vietnam-moment'
import type { StayState } from '../../modules/stay/states'
import type { StayLine } from '../../stays/read-stays'
import { dong } from './dong'
import { Fact, Facts } from './facts'

const STATES: Record<StayState, readonly [string, 'orange' | 'blue' | 'green' | 'red' | 'grey']> = {
  asked: ['Chờ chủ nhà trả lời', 'orange'],
  offered: ['Chờ khách nhận lời', 'blue'],
  accepted: ['Khách đã nhận chỗ', 'green'],
  done: ['Đã đón khách', 'green'],
  no_show: ['Khách không đến', 'red'],
  declined: ['Chủ nhà từ chối', 'grey'],
  withdrawn: ['Khách đã rút', 'grey'],
  expired: ['Hết hạn', 'grey'],
}

/** One enquiry: what was asked of whom, and how it stands. */
export function StayEntry({ stay }: { stay: StayLine }) {
  const [word, color] = STATES[stay.state]
  const days =
    stay.fromDay === stay.toDay
      ? readableDay(stay.fromDay)
      : `${readableDay(stay.fromDay)} đến ${readableDay(stay.toDay)}`
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={stay.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={stay.id}>
          {stay.product}
        </Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Chủ thể">{stay.producer}</Fact>
        <Fact name="Ngày">{days}</Fact>
        <Fact name="Số khách">
          {stay.children > 0 ? `${stay.adults} người lớn, ${stay.children} trẻ em` : `${stay.adults} người lớn`}
        </Fact>
        <Fact name="Giá chủ nhà báo">{stay.price === null ? null : dong(stay.price)}</Fact>
        <Fact name="Giữ giá đến hết">{stay.offerUntil === null ? null : readableDay(stay.offerUntil)}</Fact>
        <Fact name="Hỏi lúc">{readableMoment(stay.askedAt)}</Fact>
      </Facts>
    </li>
  )
}
