import { formatUnitCode, type Reason, vietnamDay } from '@sao-lang/traceability/verify'
import { Day } from '#app/components/day.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
import { proof } from '#app/i18n/proof.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Finding } from '#app/lib/proof/check-evidence.ts'

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>

/** What a check found, said first in a sentence and then in facts. */
export function FindingView({ finding }: { finding: Finding }) {
  const t = useT(proof)
  switch (finding.kind) {
    case 'nothing':
      return <Notice kind="warning">{t('nothing')}</Notice>
    case 'unknown':
      return <Notice kind="warning">{t('unknown')}</Notice>
    case 'unreadable':
      return <Notice kind="warning">{t('unreadableKeys', { name: t(finding.keys) })}</Notice>
    case 'proof':
      return <ProofFinding finding={finding} />
    case 'credential':
      return <CredentialFinding finding={finding} />
    case 'label':
      return <LabelFinding finding={finding} />
  }
}

function ProofFinding({ finding }: { finding: Of<'proof'> }) {
  const t = useT(proof)
  if (!finding.ok) {
    return (
      <Notice kind="warning" title={t('proofFails')}>
        <p>{t(finding.fault)}</p>
        {finding.reason ? <Details>{finding.reason}</Details> : null}
      </Notice>
    )
  }
  const leaf = {
    decision: 'decision',
    'label-batch': 'label_batch',
    event: 'event',
    'status-list': 'status_list',
  } as const
  return (
    <>
      <Notice kind="success" title={t('proofHolds')}>
        {t('proofHoldsText')}
      </Notice>
      <dl className="facts">
        <Fact label={t('leaf')}>{t(`leaf_${leaf[finding.leaf]}`)}</Fact>
        <Fact label={t('logName')}>
          <span className="break-all">{finding.origin}</span>
        </Fact>
        <Fact label={t('logPlace')}>{t('logPlaceOf', { index: finding.index + 1, size: finding.size })}</Fact>
      </dl>
    </>
  )
}

function CredentialFinding({ finding }: { finding: Of<'credential'> }) {
  const t = useT(proof)
  const { verdict, missingLists } = finding
  const onlyUnknown =
    verdict.reasons.length > 0 && verdict.reasons.every(({ code }) => code === 'STATUS_RETRIEVAL_ERROR')
  return (
    <>
      {verdict.ok ? (
        <Notice kind="success" title={t('credentialHolds')}>
          {null}
        </Notice>
      ) : onlyUnknown ? (
        <Notice title={t('credentialUnknown')}>
          <p>{t('credentialNeedsLists')}</p>
        </Notice>
      ) : (
        <Notice kind="warning" title={t('credentialFails')}>
          <ul className="grid list-disc gap-1 ps-5">
            {[...new Set(verdict.reasons.map(({ code }) => faultOf(code)))].map((fault) => (
              <li key={fault}>{t(fault)}</li>
            ))}
          </ul>
          <Details>{verdict.reasons.map(({ message }) => message).join('. ')}</Details>
        </Notice>
      )}
      {missingLists.length > 0 ? (
        <ul className="grid gap-1">
          {missingLists.map((url) => (
            <li key={url}>
              <a className="link break-all" href={url} download>
                {url}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {verdict.credential ? <CredentialFacts finding={finding} /> : null}
    </>
  )
}

function CredentialFacts({ finding: { verdict } }: { finding: Of<'credential'> }) {
  const t = useT(proof)
  const { name, description, issuer, validUntil } = verdict.credential ?? {}
  return (
    <dl className="facts">
      <Fact label={t('what')}>
        {typeof name === 'string' ? <span className="font-semibold">{name}</span> : null}
        {typeof description === 'string' ? <p className="text-sm text-muted">{description}</p> : null}
      </Fact>
      <Fact label={t('issuer')}>
        <span className="break-all">{issuerText(issuer)}</span>
      </Fact>
      <Fact label={t('validUntil')}>
        {typeof validUntil === 'string' && !Number.isNaN(Date.parse(validUntil)) ? (
          <Day value={vietnamDay(new Date(validUntil))} />
        ) : null}
      </Fact>
      <Fact label={t('statusAsOf')}>{verdict.statusAsOf ? <Day value={verdict.statusAsOf} moment /> : null}</Fact>
    </dl>
  )
}

function LabelFinding({ finding: { check } }: { finding: Of<'label'> }) {
  const t = useT(proof)
  const locale = useLocale()
  if (!check.ok) {
    return (
      <Notice kind="warning" title={t('labelFails')}>
        <p>{t(`label_${check.reason}`)}</p>
      </Notice>
    )
  }
  const { code, stars, validTo, packedOn } = check.label
  const lapsed = validTo !== null && validTo < vietnamDay(new Date())
  return (
    <>
      <Notice kind="success" title={t('labelHolds')}>
        {t('labelHoldsText')}
      </Notice>
      <dl className="facts">
        <Fact label={t('code')}>
          <span className="tabular">{formatUnitCode(code)}</span>
        </Fact>
        <Fact label={t('stars')}>
          {stars === null || validTo === null
            ? t('noStars')
            : t(lapsed ? 'starsLapsed' : 'starsValue', { stars, date: formatDay(validTo, locale) })}
        </Fact>
        <Fact label={t('packedOn')}>{packedOn ? <Day value={packedOn} /> : null}</Fact>
        <Fact label={t('host')}>
          {check.host ? (
            <>
              <span className="break-all">{check.host}</span>
              <p className="text-sm text-muted">{t('hostNote')}</p>
            </>
          ) : null}
        </Fact>
      </dl>
    </>
  )
}

function Details({ children }: { children: string }) {
  const t = useT(proof)
  return (
    <p className="mt-2 text-sm" lang="en">
      <span lang={useLocale()}>{t('reason')}: </span>
      {children}
    </p>
  )
}

function issuerText(issuer: unknown): string {
  if (typeof issuer === 'string') return issuer
  if (typeof issuer !== 'object' || issuer === null) return ''
  const { id, name } = issuer as { id?: unknown; name?: unknown }
  return [name, id].filter((part) => typeof part === 'string').join(' · ')
}

/** The sentence that a reason is told by; its own words follow as detail. */
function faultOf(code: Reason['code']) {
  switch (code) {
    case 'expired':
    case 'signature_expired':
      return 'fault_expired'
    case 'not_yet_valid':
      return 'fault_not_yet_valid'
    case 'revoked':
      return 'fault_revoked'
    case 'suspended':
      return 'fault_suspended'
    case 'jws_signature':
      return 'fault_signature'
    case 'jws_key_missing':
    case 'jws_key_unknown':
    case 'issuer_key':
      return 'fault_key'
    case 'STATUS_RETRIEVAL_ERROR':
    case 'STATUS_VERIFICATION_ERROR':
    case 'STATUS_LIST_LENGTH_ERROR':
    case 'RANGE_ERROR':
    case 'MALFORMED_VALUE_ERROR':
      return 'fault_status'
    default:
      return 'fault_form'
  }
}
