import { Heading, StatusBadge, Text } from '@medusajs/ui'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { AlertView } from '../../clone-alerts/alert-view'
import {
  ALERT_KIND_WORDS,
  ALERT_LEVEL_WORDS,
  ALERT_OUTCOME_WORDS,
  ALERT_SIGN_WORDS,
} from '../../clone-alerts/alert-words'
import { AlertSettlement } from './alert-settlement'
import { CodeLink } from './code-link'
import { Fact, Facts } from './facts'

/** One sign of copying: what speaks for it, where and when it was seen, and what was found. */
export function AlertEntry({ alert }: { alert: AlertView }) {
  const { alertNo, product, code, codePage, index, areas, closedAt, acknowledgedAt, outcome } = alert
  const [first] = areas.map(({ firstAt }) => firstAt).sort()
  const last = areas
    .map(({ lastAt }) => lastAt)
    .sort()
    .at(-1)
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={alertNo}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={alertNo}>
          {product?.name ?? alert.productRef}
        </Heading>
        <StatusBadge color={alert.level === 'suspect' ? 'red' : 'orange'}>{ALERT_LEVEL_WORDS[alert.level]}</StatusBadge>
        <StatusBadge color={closedAt === null && acknowledgedAt === null ? 'blue' : 'grey'}>
          {stateOf(alert)}
        </StatusBadge>
      </div>
      <Text>{ALERT_KIND_WORDS[alert.kind]}.</Text>
      <ul className="list-disc pl-5">
        {alert.signals.map(({ name }) => (
          <li key={name}>
            <Text size="small">{ALERT_SIGN_WORDS[name]}.</Text>
          </li>
        ))}
      </ul>
      <Facts>
        <Fact name="Chủ thể">{product?.producer ?? null}</Fact>
        <Fact name="Mã trên tem">
          {code === null || codePage === null ? null : <CodeLink code={code} page={codePage} />}
        </Fact>
        <Fact name="Đợt in tem">
          {index === null ? `Số ${alert.batchNo}, cả đợt` : `Số ${alert.batchNo}, tem số ${index + 1}`}
        </Fact>
        <Fact name={index === null ? 'Số tem' : 'Lượt kiểm tra'}>{alert.checks.toLocaleString('vi-VN')}</Fact>
        <Fact name="Lần đầu">{first === undefined ? null : readableMoment(first)}</Fact>
        <Fact name="Lần gần nhất">{last === undefined ? null : readableMoment(last)}</Fact>
        <Fact name="Nơi kiểm tra">{areas.map(areaText).join(' · ')}</Fact>
        <Fact name="Cảnh báo từ">{readableMoment(alert.openedAt)}</Fact>
        <Fact name="Xác nhận">
          {acknowledgedAt === null ? null : `${readableMoment(acknowledgedAt)}, ${alert.acknowledgedBy}`}
        </Fact>
        <Fact name="Kết luận">{outcome === null ? null : ALERT_OUTCOME_WORDS[outcome]}</Fact>
        <Fact name="Đóng lúc">
          {closedAt === null ? null : `${readableMoment(closedAt)}, ${alert.closedBy ?? 'tự động'}`}
        </Fact>
        <Fact name="Ghi chú">{alert.note}</Fact>
      </Facts>
      {closedAt === null ? <AlertSettlement alert={alert} /> : null}
    </li>
  )
}

function areaText({ provinceCode, provinceName, checks }: AlertView['areas'][number]): string {
  return `${provinceName ?? provinceCode ?? 'Không rõ tỉnh'}: ${checks.toLocaleString('vi-VN')} lượt`
}

function stateOf({ closedAt, acknowledgedAt }: AlertView): string {
  if (closedAt !== null) return 'Đã đóng'
  return acknowledgedAt === null ? 'Mới' : 'Đã xác nhận'
}
