import type { ReactNode } from 'react'
import { supply } from '#app/i18n/supply.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { ContractLine } from '#app/lib/centre/contract-types.ts'
import { formatMoney } from '#app/lib/format.ts'

/** Goods of a contract: what was agreed, what was delivered, what is left. In: what can be done with the line. */
export function ContractLineItem({ line, children }: { line: ContractLine; children?: ReactNode }) {
  const t = useT(supply)
  const locale = useLocale()
  const { unit } = line
  return (
    <li className="work-line">
      <p className="font-semibold">{line.title}</p>
      <p className="text-sm text-muted">{line.producerName}</p>
      <p className="tabular">
        {t('agreed', {
          ...{ quantity: line.quantity, unit, per: t(`per_${line.per}`) },
          price: formatMoney(line.price, locale),
        })}
      </p>
      <p className="tabular">
        {t('delivered', { quantity: line.delivered, unit })}, <Left line={line} />
      </p>
      {children}
    </li>
  )
}

function Left({ line: { left, unit, month } }: { line: ContractLine }) {
  const t = useT(supply)
  const quantity = Math.abs(left)
  const word = left < 0 ? 'more' : 'left'
  return (
    <strong>
      {month === null ? t(word, { quantity, unit }) : t(`${word}Month`, { quantity, unit, month: monthText(month) })}
    </strong>
  )
}

/** `2026-02` as `02/2026`. */
function monthText(month: string): string {
  return month.split('-').reverse().join('/')
}
