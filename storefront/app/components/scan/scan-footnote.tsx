import { Link } from '@remix-run/react'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { Day } from '#app/components/day.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** Parts this page shows, by the names the shop gives them; price and stock are sample data too, but not here. */
const PARTS = {
  recognition: 'partRecognition',
  story: 'partStory',
  lots: 'partLot',
  sourceAreas: 'partSourceArea',
  label: 'partLabel',
  producer: 'partProducer',
  'producer.name': 'partProducer',
  picture: 'partPicture',
  price: null,
  stock: null,
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
  const parts = (answer.passport?.sample ?? []).map((part) => (isKnownPart(part) ? PARTS[part] : 'partOther'))
  return [...new Set(parts)].filter((part) => part !== null)
}

function isKnownPart(part: string): part is keyof typeof PARTS {
  return Object.hasOwn(PARTS, part)
}
