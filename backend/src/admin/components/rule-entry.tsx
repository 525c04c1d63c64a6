import { Heading, StatusBadge } from '@medusajs/ui'
import type { RuleKind } from '@sao-lang/traceability/verify/rating'
import { readableDay, readableMoment } from '../../calendar/vietnam-moment'
import { RULE_CONFIDENCE_WORDS, RULE_KIND_WORDS } from '../../rules/kind-words'
import type { RuleView } from '../../rules/rule-view'
import { Fact, Facts } from './facts'

/** One adopted record: what it is about, from when to when, where it was read. */
export function RuleEntry({ rule }: { rule: RuleView }) {
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={rule.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={rule.id}>
          {rule.title}
        </Heading>
        {rule.inForce ? <StatusBadge color="green">Đang có hiệu lực</StatusBadge> : null}
      </div>
      <Facts>
        <Fact name="Loại">{RULE_KIND_WORDS[rule.kind as RuleKind] ?? rule.kind}</Fact>
        <Fact name="Mã">{rule.key}</Fact>
        <Fact name="Hiệu lực">
          {rule.validTo === null
            ? `Từ ${readableDay(rule.validFrom)}`
            : `Từ ${readableDay(rule.validFrom)} đến hết ${readableDay(rule.validTo)}`}
        </Fact>
        <Fact name="Nguồn">{rule.source}</Fact>
        <Fact name="Mức chắc chắn">{RULE_CONFIDENCE_WORDS[rule.confidence]}</Fact>
        <Fact name="Đưa vào sổ">{readableMoment(rule.adoptedAt)}</Fact>
        <Fact name="SHA-256">{rule.sha256}</Fact>
      </Facts>
    </li>
  )
}
