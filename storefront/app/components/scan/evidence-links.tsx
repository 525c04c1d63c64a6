import type { VerdictResponse } from '@sao-lang/traceability/verify'
import type { ReactNode } from 'react'
import { origin } from '#app/i18n/origin.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'

/** What outsiders can take away and check: credential, log, exports. Plain links, because these are files, not pages. */
export function EvidenceLinks({ answer }: { answer: VerdictResponse }) {
  const t = useT(origin)
  const locale = useLocale()
  const { batch, passport, recognition } = answer
  const lotNo = batch?.lotNo
  const reference = recognition?.today.recognition?.ref
  const lang = locale === 'en' ? '?lang=en' : ''
  const lot = lotNo ? `/trace/export/lots/${encodeURIComponent(lotNo)}` : null
  const product = passport ? `/trace/export/products/${encodeURIComponent(passport.productRef)}` : null
  return (
    <section className="print-hidden grid gap-3">
      <h2>{t('evidence')}</h2>
      <p className="text-sm text-muted">{t('evidenceLead')}</p>
      <ul className="evidence-links">
        {reference ? (
          <Line title={t('credential')}>
            <File href={`/credentials/by-recognition/${encodeURIComponent(reference)}`}>JSON</File>
          </Line>
        ) : null}
        {batch ? (
          <>
            <Line title={t('logDocument')}>
              <File href={`/log/document/label-batch/${batch.batchNo}`}>JSON</File>
            </Line>
            <Line title={t('logProof')}>
              <File href={`/log/proof/label-batch/${batch.batchNo}`}>tlog-proof</File>
            </Line>
          </>
        ) : null}
        {lot ? (
          <>
            <Line title={t('lotEvents')}>
              <File href={`${lot}.jsonld`}>EPCIS</File> <File href={`${lot}.csv${lang}`}>CSV</File>
            </Line>
            <Line title={t('required')}>
              <File href={`${lot}/tt02.json`}>JSON</File> <File href={`${lot}/tt02.csv${lang}`}>CSV</File>
            </Line>
          </>
        ) : null}
        {product ? (
          <Line title={t('passport')}>
            <File href={`${product}.jsonld`}>JSON-LD</File> <File href={`${product}.csv${lang}`}>CSV</File>
          </Line>
        ) : null}
      </ul>
      <p>
        <a className="link inline-flex min-h-11 items-center" href="/doi-chung">
          {t('compare')}
        </a>
      </p>
    </section>
  )
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <span className="min-w-0 flex-1">{title}</span>
      <span className="flex gap-4">{children}</span>
    </li>
  )
}

function File({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="link inline-flex min-h-11 items-center" href={href} rel="nofollow">
      {children}
    </a>
  )
}
