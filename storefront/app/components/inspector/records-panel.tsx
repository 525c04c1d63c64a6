import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import { API, type SyncEnd } from '#app/lib/inspector/sync.ts'
import type { KeptRecord, WaitingRecord } from '#app/lib/inspector/types.ts'
import { findingName } from '#app/lib/inspector/verdict-words.ts'
import { Button, buttonClass } from '../button.tsx'
import { TextField } from '../field.tsx'

interface RecordsPanelProps {
  waiting: readonly WaitingRecord[]
  online: boolean
  end: SyncEnd | null
  onSend: (retry: WaitingRecord | null) => void
}

/** Records that wait on the phone, and those the shop has. */
export function RecordsPanel({ waiting, online, end, onSend }: RecordsPanelProps) {
  const t = useT(inspector)
  const [sent, setSent] = useState<KeptRecord[] | null>(null)
  const left = waiting.length
  const load = useCallback(async () => {
    const answer = await fetch(`${API}/records`).catch(() => null)
    setSent(answer?.ok ? ((await answer.json()) as { records: KeptRecord[] }).records : null)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent has left the phone
  useEffect(() => {
    if (online) void load()
  }, [online, left, load])

  return (
    <div className="grid gap-8">
      <section className="grid gap-3">
        <h1 className="text-2xl">{t('waitingTitle')}</h1>
        {end === 'sign_in' ? (
          <p className="notice notice-warning" role="alert">
            {t('signInAgain')}{' '}
            <a className="link" href="/kiem-tra/dang-nhap">
              {t('signInLink')}
            </a>
          </p>
        ) : null}
        <p role="status">{left === 0 ? t('waitingNone') : t('waitingCount', { count: left })}</p>
        <ul className="grid gap-3">
          {waiting.map((record) => (
            <li key={record.requestKey} className="card card-body grid gap-2">
              <strong>{record.draft.productName}</strong>
              <span>
                {record.draft.place} · {record.draft.seller}
              </span>
              {record.refused === null ? null : (
                <>
                  <p className="notice notice-warning">{t('refusedBy', { reason: record.refused })}</p>
                  <Button type="button" look="quiet" onClick={() => onSend(record)}>
                    {t('tryAgain')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
        {left > 0 ? (
          <Button type="button" look="quiet" disabled={!online} onClick={() => onSend(null)}>
            {t('sendNow')}
          </Button>
        ) : null}
      </section>
      <section className="grid gap-3">
        <h2>{t('sentTitle')}</h2>
        {sent === null ? <p className="text-muted">{t('sentAway')}</p> : null}
        {sent?.length === 0 ? <p className="text-muted">{t('sentNone')}</p> : null}
        <ul className="grid gap-3 lg:grid-cols-2">
          {(sent ?? []).map((record) => (
            <SentRecord key={record.id} record={record} onChange={() => void load()} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function SentRecord({ record, onChange }: { record: KeptRecord; onChange: () => void }) {
  const t = useT(inspector)
  const locale = useLocale()
  const [failed, setFailed] = useState(false)

  async function close(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const note = String(new FormData(event.currentTarget).get(`note-${record.id}`) ?? '')
    const answer = await fetch(`${API}/records/${record.id}/close`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note }),
    }).catch(() => null)
    setFailed(!answer?.ok)
    if (answer?.ok) onChange()
  }

  return (
    <li className="card card-body grid content-start gap-2">
      <strong>{record.productName}</strong>
      <span>
        {record.place} · {record.seller}
      </span>
      <span className="text-sm text-muted">
        {formatMoment(record.foundAt, locale)} · {record.inspector.name}
      </span>
      <span>{record.findings.map((each) => findingName(t, each)).join('; ')}</span>
      <a className={buttonClass('quiet', false)} href={`${API}/records/${record.id}/case.pdf`} download>
        {t('caseFile')}
      </a>
      {record.closed ? (
        <p>{t('closedOn', { date: formatMoment(record.closed.at, locale), note: record.closed.note })}</p>
      ) : record.followUpBy ? (
        <form onSubmit={(event) => void close(event)} className="grid gap-2" noValidate>
          <p>{t('followUpBy', { date: formatDay(record.followUpBy, locale) })}</p>
          <TextField
            name={`note-${record.id}`}
            label={t('closeNote')}
            error={failed ? t('closeFailed') : null}
            maxLength={2_000}
          />
          <Button look="quiet">{t('close')}</Button>
        </form>
      ) : null}
    </li>
  )
}
