import { Heading, StatusBadge, Text } from '@medusajs/ui'
import { readableDay, readableMoment } from '../../calendar/vietnam-moment'
import type { ListingDraft } from '../../listing-proposals/listing-draft'
import type { ProposalView } from '../../listing-proposals/read-proposals'
import { LABEL_FIELDS } from '../../modules/listing/label'
import type { Sector } from '../../modules/listing/sectors'
import { DecideListing } from './decide-listing'
import { Fact, Facts } from './facts'
import { LABEL_WORDS } from './label-words'

const STATES: Record<ProposalView['state'], readonly [string, 'orange' | 'blue' | 'green' | 'red' | 'grey']> = {
  draft: ['Bản nháp', 'grey'],
  submitted: ['Chờ duyệt', 'orange'],
  returned: ['Đã trả lại', 'red'],
  listing: ['Đang đưa lên chợ', 'blue'],
  approved: ['Đang bán', 'green'],
  discarded: ['Đã bỏ', 'grey'],
}
const SECTORS: Record<Sector, string> = {
  food: 'Thực phẩm',
  drink: 'Đồ uống',
  herbal: 'Dược liệu và sản phẩm từ dược liệu',
  craft: 'Thủ công mỹ nghệ',
  ornamental: 'Sinh vật cảnh',
  tourism: 'Du lịch cộng đồng, sinh thái',
}
const number = new Intl.NumberFormat('vi-VN')

/** One new listing whole, as its buyers would read it, and its decision. */
export function ListingProposalEntry({ proposal }: { proposal: ProposalView }) {
  const { id, state, draft, forProduct } = proposal
  const name = forProduct?.title ?? draft.title
  const [words, color] = STATES[state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {forProduct ? `Thêm quy cách: ${forProduct.title}` : draft.title || '(chưa đặt tên)'} · {proposal.producer}
        </Heading>
        <StatusBadge color={color}>{words}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Gửi lúc">{proposal.submittedAt ? readableMoment(proposal.submittedAt) : null}</Fact>
        <Fact name="Xong lúc">{proposal.decidedAt ? readableMoment(proposal.decidedAt) : null}</Fact>
        <Fact name="Lý do trả lại">{proposal.reason}</Fact>
        {forProduct ? null : (
          <>
            <Fact name="Nhóm">{draft.sector ? SECTORS[draft.sector] : null}</Fact>
            <Fact name={LABEL_WORDS.perishable}>{draft.perishable ? 'Có' : 'Không'}</Fact>
            {LABEL_FIELDS.map((field) => (
              <Fact key={field} name={LABEL_WORDS[field]}>
                {draft[field]}
              </Fact>
            ))}
          </>
        )}
      </Facts>
      {draft.description ? (
        <Text size="small" className="whitespace-pre-wrap break-words">
          {draft.description}
        </Text>
      ) : null}
      <Packs packs={draft.packs} />
      {state === 'submitted' ? (
        <DecideListing list="/listing-proposals" id={id} name={name} approve="Duyệt, đưa lên chợ" />
      ) : null}
      {state === 'listing' ? (
        <DecideListing list="/listing-proposals" id={id} name={name} approve="Làm tiếp việc đưa lên chợ" />
      ) : null}
    </li>
  )
}

function Packs({ packs }: { packs: ListingDraft['packs'] }) {
  return (
    <ul className="flex flex-col gap-1">
      {packs.map((pack) => (
        <li key={pack.title} className="txt-small break-words">
          {[
            pack.title,
            pack.price === null ? null : `${number.format(pack.price)} đ`,
            pack.weightGrams === null ? null : `${number.format(pack.weightGrams)} g cả bao bì`,
            pack.parts.length > 0
              ? `bộ ${number.format(pack.parts.reduce((sum, part) => sum + part.quantity, 0))} gói của ${pack.parts.length} quy cách`
              : `kho ${number.format(pack.stock ?? 0)}`,
            pack.preorder
              ? `đặt trước, thu hoạch ${readableDay(pack.preorder.from)} – ${readableDay(pack.preorder.to)}`
              : null,
            pack.sku,
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}
