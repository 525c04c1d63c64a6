import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { inspector } from '#app/i18n/inspector.ts'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import type { InspectionDetail, MarketRecord } from '#app/lib/post-inspection/types.ts'
import { RefusedSentence, Section } from './form-parts.tsx'

interface RecordsPartProps {
  detail: Pick<InspectionDetail, 'records' | 'recordsFound'>
  open: boolean
  refused: Refusal | undefined
}

/** What inspectors found in the market about the product: tied to this inspection, or there to be tied. */
export function RecordsPart({ detail: { records, recordsFound }, open, refused }: RecordsPartProps) {
  const t = useT(postInspection)
  return (
    <Section id="thi-truong" title={t('recordsTitle')}>
      <RefusedSentence refused={refused} form="link" />
      {records.length + recordsFound.length === 0 ? <p className="text-muted">{t('recordsEmpty')}</p> : null}
      <ul className="work-list empty:hidden">
        {records.map((record) => (
          <li key={record.id} className="work-line">
            <RecordText record={record} />
            <p>
              <span className="mark mark-done">{t('linked')}</span>
            </p>
          </li>
        ))}
        {recordsFound.map((record) => (
          <li key={record.id} className="work-line">
            <RecordText record={record} />
            {open ? (
              <form method="post">
                <input type="hidden" name="viec" value="link" />
                <input type="hidden" name="record" value={record.id} />
                <Button look="quiet">{t('link')}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function RecordText({ record }: { record: MarketRecord }) {
  const t = useT(inspector)
  const words = record.findings.map((finding) => {
    const key = `finding_${finding}`
    return Object.hasOwn(inspector, key) ? t(key as 'finding_none') : finding
  })
  return (
    <>
      <p className="font-semibold">{words.join('; ')}</p>
      {record.notes === '' ? null : <p className="whitespace-pre-line">{record.notes}</p>}
      <p className="text-sm text-muted">
        <Day value={record.foundAt} moment /> · {record.place} · {record.seller}
      </p>
    </>
  )
}
