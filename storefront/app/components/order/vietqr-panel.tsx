import type { ReactNode } from 'react'
import { Price } from '#app/components/price.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { payment } from '#app/i18n/payment.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { TransferView } from '#app/lib/medusa/payments.server.ts'

/** How to pay by bank transfer: the code to scan, the same in words to type or copy, and what happens next. */
export function VietQrPanel({ transfer, pictureHref }: { transfer: TransferView; pictureHref: string }) {
  const t = useT(payment)
  const { bank, qr } = transfer
  return (
    <section className="card card-body grid gap-5" id="chuyen-khoan" aria-labelledby="chuyen-khoan-tieu-de">
      <h2 id="chuyen-khoan-tieu-de" className="text-lg">
        {t('transferTitle')}
      </h2>
      {bank.sample ? <p className="notice notice-warning">{t('transferSample')}</p> : null}
      <div className="grid gap-6 sm:grid-cols-[auto_1fr] sm:items-start">
        <div className="grid justify-items-center gap-2">
          <QrCode code={qr} label={t('qrLabel')} className="w-56" />
          <a
            className="link inline-flex min-h-11 items-center text-sm"
            href={pictureHref}
            download={`${transfer.content}.png`}
          >
            {t('qrDownload')}
          </a>
        </div>
        <dl className="grid min-w-0 gap-3">
          <Fact term={t('bank')}>{bank.name}</Fact>
          <Fact term={t('account')}>
            <span className="tabular text-lg font-semibold select-all">{bank.account}</span>
          </Fact>
          <Fact term={t('accountName')}>{bank.accountName}</Fact>
          <Fact term={t('amount')}>
            <Price dong={transfer.amount} className="text-lg font-semibold" />
          </Fact>
          <Fact term={t('content')}>
            <span className="tabular text-lg font-semibold select-all">{transfer.content}</span>
            <span className="block text-sm text-muted">{t('contentHint')}</span>
          </Fact>
        </dl>
      </div>
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
          {t('payloadSummary')}
        </summary>
        <p className="tabular text-sm break-all select-all">{transfer.payload}</p>
      </details>
      <div className="grid gap-2">
        <h3 className="text-base font-semibold">{t('nextTitle')}</h3>
        <ol className="grid list-decimal gap-1 ps-5">
          <li>{t('next1')}</li>
          <li>{t('next2')}</li>
          <li>{t('next3')}</li>
          <li>{t('next4')}</li>
        </ol>
      </div>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}
