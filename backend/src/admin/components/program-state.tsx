import { Heading, StatusBadge, Text } from '@medusajs/ui'
import type { ProgramHealth } from '../../operations/operations-view'

const STATES = {
  ok: ['green', 'Hoạt động tốt'],
  degraded: ['orange', 'Hoạt động, có chỗ chậm'],
  draining: ['orange', 'Đang dừng'],
  down: ['red', 'Không hoạt động'],
} as const

/** What a program stands on, in words; others are shown by their name. */
const PARTS: Record<string, string> = {
  database: 'Cơ sở dữ liệu',
  catalogue: 'Danh mục sản phẩm',
  search: 'Máy tìm kiếm',
  outbox: 'Hộp tin gửi đi',
  redis: 'Redis',
  log: 'Nhật ký minh bạch',
  ledger: 'Sổ cái',
}

/** A program, and what it depends on, each with its state and how long the answer took. */
export function ProgramState({ name, health }: { name: string; health: ProgramHealth }) {
  const [color, word] = health === null ? (['red', 'Không trả lời'] as const) : STATES[health.status]
  return (
    <section aria-label={name} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2">{name}</Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
      </div>
      <dl className="flex flex-col gap-2">
        {Object.entries(health?.dependencies ?? {}).map(([part, { status, ms }]) => (
          <div key={part} className="flex flex-wrap items-center justify-between gap-2">
            <dt>
              <Text size="small">{PARTS[part] ?? part}</Text>
            </dt>
            <dd className="flex items-center gap-2">
              <Text size="small" className="text-ui-fg-subtle">
                {ms} ms
              </Text>
              <StatusBadge color={STATES[status][0]}>{STATES[status][1]}</StatusBadge>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
