import { Link } from '@remix-run/react'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { Day } from '#app/components/day.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useT } from '#app/i18n/use-locale.ts'

const PARTS = {
  recognition: 'partRecognition',
  recognitions: 'partRecognition',
  decision: 'partRecognition',
  story: 'partStory',
  price: 'partPrice',
  lot: 'partLot',
  lots: 'partLot',
  product: 'partProduct',
  description: 'partProduct',
  producer: 'partProducer',
  sourceArea: 'partSourceArea',
  sourceAreas: 'partSourceArea',
  stock: 'partStock',
  picture: 'partPicture',
} as const

/** What the page rests on: sample parts, the source of the facts, when it was asked and the id to quote. */
export function ScanFootnote({ answer, requestId }: { answer: VerdictResponse; requestId: string }) {
  const t = useT(scan)
  const sample = sampleParts(answer).map((part) => t(part))
  return (
    <footer className="grid gap-2 border-s-4 border-line-strong ps-4 text-sm text-muted">
      <p>{sample.length > 0 ? t('sampleNote', { parts: sample.join(', ') }) : t('realNote')}</p>
      {answer.passport?.source ? <p>{t('source', { source: answer.passport.source })}</p> : null}
      <CheckLine checkedAt={answer.checkedAt} requestId={requestId} />
    </footer>
  )
}

/** When the question was asked and under which id, with the way to the next code. */
export function CheckLine({ checkedAt, requestId }: { checkedAt?: string; requestId: string }) {
  const t = useT(scan)
  return (
    <>
      <p className="break-all">
        {checkedAt ? (
          <>
            {t('checkedAt')} <Day value={checkedAt} moment />
            {' · '}
          </>
        ) : null}
        {t('requestId')} <code>{requestId}</code>
      </p>
      <p className="print-hidden">
        <Link className="link inline-flex min-h-11 items-center" to="/kiem-tra-tem">
          {t('again')}
        </Link>
      </p>
    </>
  )
}

function sampleParts(answer: VerdictResponse) {
  const named = answer.passport?.sample ?? []
  const parts = named.map((part) => (part in PARTS ? PARTS[part as keyof typeof PARTS] : ('partOther' as const)))
  return [...new Set(parts)]
}
