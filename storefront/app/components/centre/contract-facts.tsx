import { supply } from '#app/i18n/supply.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { Contract } from '#app/lib/centre/contract-types.ts'
import { formatDay } from '#app/lib/format.ts'

/** The two sides of a contract, its number and days; what nobody gave is left out. */
export function ContractFacts({ contract }: { contract: Contract }) {
  const t = useT(supply)
  const locale = useLocale()
  const facts: [string, string | null][] = [
    [t('number'), contract.number ?? t('noNumber')],
    [t('signedOn'), contract.signedOn === null ? null : formatDay(contract.signedOn, locale)],
    [t('fromDay'), formatDay(contract.fromDay, locale)],
    [t('toDay'), formatDay(contract.toDay, locale)],
    [t('taxShort'), contract.retailerTaxCode],
    [t('seller'), contract.seller?.name ?? contract.centreName],
    [t('contactName'), contract.contactName],
    [t('contactPhone'), contract.contactPhone],
    [t('note'), contract.note],
  ]
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 [overflow-wrap:anywhere]">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="tabular whitespace-pre-line">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
