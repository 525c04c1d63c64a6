import type { ReactNode } from 'react'
import { figures } from '#app/i18n/figures.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { FairRow, LegalRow, ShopRow } from '#app/lib/medusa/statistics-types.ts'
import { Scrolling } from './figure-table.tsx'

/** Fairs and events named in the documents. */
export function FairTable({ rows }: { rows: FairRow[] }) {
  const t = useT(figures)
  const word = useWord()
  return (
    <RecordTable
      id="hoi-cho"
      title={t('fairsTitle')}
      columns={[t('name'), t('kind'), t('where'), t('year'), t('status')]}
    >
      {rows.map((row) => (
        <tr key={row.id} className="border-b border-line align-baseline">
          <Name name={row.name} source={row.source} />
          <Cell>{word('kind', row.kind)}</Cell>
          <Cell>{row.location ?? row.operatorProvince}</Cell>
          <Cell>{row.year === null ? null : String(row.year)}</Cell>
          <Cell>{word('status', row.status)}</Cell>
        </tr>
      ))}
    </RecordTable>
  )
}

/** Shops, chains and channels named in the documents; counts overlap, so they are not added up. */
export function ShopTable({ rows }: { rows: ShopRow[] }) {
  const t = useT(figures)
  const word = useWord()
  const columns = [t('name'), t('kind'), t('where'), t('products'), t('producers'), t('status')]
  return (
    <RecordTable id="diem-ban" title={t('shopsTitle')} columns={columns}>
      {rows.map((row) => (
        <tr key={row.handle} className="border-b border-line align-baseline">
          <Name name={row.name} source={row.source} />
          <Cell>{word('kind', row.kind)}</Cell>
          <Cell>{row.location ?? row.operatorProvince}</Cell>
          <Cell>{row.productCount}</Cell>
          <Cell>{row.producerCount}</Cell>
          <Cell>{word('status', row.status)}</Cell>
        </tr>
      ))}
    </RecordTable>
  )
}

/** Decisions, plans and resolutions the documents rest on. */
export function LegalTable({ rows }: { rows: LegalRow[] }) {
  const t = useT(figures)
  const locale = useLocale()
  return (
    <RecordTable
      id="can-cu-phap-ly"
      title={t('legalTitle')}
      columns={[t('number'), t('date'), t('issuer'), t('subject')]}
    >
      {rows.map((row) => (
        <tr key={row.id} className="border-b border-line align-baseline">
          <th scope="row" className="py-2.5 pe-4 text-start font-semibold">
            {[row.type, row.number].filter(Boolean).join(' ')}
          </th>
          <Cell>{row.date ? formatDay(row.date, locale) : null}</Cell>
          <Cell>{row.issuer}</Cell>
          <td className="min-w-64 py-2.5 ps-4">
            {row.subject ?? <span className="text-muted">{t('unknown')}</span>}
            {row.inconsistency ? <span className="mt-1 block text-muted">{row.inconsistency}</span> : null}
          </td>
        </tr>
      ))}
    </RecordTable>
  )
}

function RecordTable(props: { id: string; title: string; columns: string[]; children: ReactNode }) {
  return (
    <section id={props.id} className="grid gap-4">
      <h2>{props.title}</h2>
      <Scrolling label={props.title}>
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-b border-line-strong text-muted">
              {props.columns.map((column, index) => (
                <th key={column} scope="col" className={`py-2 text-start font-normal ${index === 0 ? 'pe-4' : 'ps-4'}`}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang="vi">{props.children}</tbody>
        </table>
      </Scrolling>
    </section>
  )
}

function Name({ name, source }: { name: string; source: string }) {
  const t = useT(figures)
  return (
    <th scope="row" className="min-w-56 py-2.5 pe-4 text-start font-semibold">
      {name}
      <span className="mt-0.5 block text-xs font-normal text-muted">
        {t('source')}: {source}
      </span>
    </th>
  )
}

function Cell({ children }: { children: ReactNode }) {
  const t = useT(figures)
  return <td className="tabular py-2.5 ps-4">{children ?? <span className="text-muted">{t('unknown')}</span>}</td>
}

/** A word of the data in the reader's language; one we do not know comes back without underscores. */
function useWord() {
  const t = useT(figures)
  return (group: 'kind' | 'status', value: string) => {
    const key = `${group}_${value}`
    return isWord(key) ? t(key) : value.replaceAll('_', ' ')
  }
}

function isWord(key: string): key is Extract<keyof typeof figures, `kind_${string}` | `status_${string}`> {
  return /^(kind|status)_/.test(key) && Object.hasOwn(figures, key)
}
