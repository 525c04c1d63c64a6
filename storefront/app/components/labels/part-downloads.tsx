import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatNumber } from '#app/lib/format.ts'
import { type DownloadedParts, downloadedParts, keepDownloadedParts } from '#app/lib/labels/downloaded-parts.ts'
import { downloadPart, nothingReceived, type PartOutcome, type Received } from '#app/lib/labels/part-download.ts'
import type { SheetManifest, SheetPart } from '#app/lib/labels/types.ts'

type Message =
  | { kind: 'none' }
  | { kind: 'bytes'; part: number; bytes: number }
  | { kind: 'waiting' }
  | { kind: 'signed_out' }
  | { kind: 'damaged' | 'failed'; part: number }

/** Without an event of the browser that the network is back, it is asked after this long. */
const TRY_AGAIN_MS = 3_000

/**
 * The parts of a print sheet. Each is a plain link, which works without scripts; with them, all can be fetched one after the
 * other with progress, go on behind a lost connection, and are checked before they count as downloaded.
 */
export function PartDownloads({ sheet }: { sheet: SheetManifest }) {
  const t = useT(labels)
  const locale = useLocale()
  const [able, setAble] = useState(false)
  const [done, setDone] = useState<DownloadedParts>({})
  const [running, setRunning] = useState(false)
  const [message, setMessage] = useState<Message>({ kind: 'none' })
  const stop = useRef<AbortController | null>(null)
  const received = useRef(new Map<number, Received>())

  // What this device has is known to the browser alone, so the server's page cannot show it.
  useEffect(() => {
    setAble('subtle' in crypto)
    setDone(downloadedParts(sheet.sheetNo))
    return () => stop.current?.abort()
  }, [sheet.sheetNo])

  const rest = sheet.parts.filter(({ part }) => !done[part])
  const labelsDone = sheet.parts.filter(({ part }) => done[part]).reduce((sum, { from, to }) => sum + to - from, 0)

  async function fetchPart(part: SheetPart, signal: AbortSignal): Promise<PartOutcome> {
    const held = received.current.get(part.part) ?? nothingReceived()
    received.current.set(part.part, held)
    const at = `/chu-the/tem/to-in/${sheet.sheetNo}`
    const urls = { fileUrl: `${at}/phan/${part.part}`, digestUrl: `${at}/dau/${part.part}` }
    const tell = () => setMessage({ kind: 'bytes', part: part.part, bytes: held.bytes })
    tell()
    for (;;) {
      const outcome = await downloadPart(urls, held, tell, signal)
      if (outcome.kind !== 'lost') return outcome
      setMessage({ kind: 'waiting' })
      await networkOrPause(signal)
      if (signal.aborted) return { kind: 'stopped' }
    }
  }

  async function fetchAll(parts: readonly SheetPart[]): Promise<void> {
    const controller = new AbortController()
    stop.current = controller
    setRunning(true)
    let known = done
    for (const part of parts) {
      const outcome = await fetchPart(part, controller.signal)
      if (outcome.kind === 'whole') {
        save(new Blob([outcome.file], { type: sheetType(sheet) }), part.fileName)
        received.current.delete(part.part)
        known = { ...known, [part.part]: { at: new Date().toISOString(), sha256: outcome.sha256 } }
        keepDownloadedParts(sheet.sheetNo, known)
        setDone(known)
        setMessage({ kind: 'none' })
        continue
      }
      setMessage(messageOf(outcome, part.part))
      break
    }
    setRunning(false)
  }

  return (
    <section className="download grid gap-5" aria-labelledby="cac-phan">
      <h2 id="cac-phan">{t('parts')}</h2>
      {able ? (
        <div className="grid gap-3">
          <progress value={labelsDone} max={sheet.size} aria-label={t('progress')} />
          <p className="tabular">{t('progressText', { done: labelsDone, size: sheet.size })}</p>
          <p role="status" className="min-h-6">
            {rest.length === 0 && message.kind === 'none' ? t('allDone') : null}
            {message.kind === 'bytes'
              ? t('progressBytes', { part: message.part, size: sizeText(message.bytes, locale) })
              : null}
            {message.kind === 'waiting' ? t('waiting') : null}
            {message.kind === 'signed_out' ? t('signedOut') : null}
            {message.kind === 'damaged' ? t('damaged', { part: message.part }) : null}
            {message.kind === 'failed' ? t('failed', { part: message.part }) : null}
          </p>
          <div className="flex flex-wrap gap-3">
            {running ? (
              <Button large look="quiet" type="button" onClick={() => stop.current?.abort()}>
                {t('stop')}
              </Button>
            ) : (
              <Button
                large
                type="button"
                look={rest.length === 0 ? 'quiet' : 'primary'}
                onClick={() => void fetchAll(rest.length === 0 ? sheet.parts : rest)}
              >
                {rest.length > 0 && rest.length < sheet.parts.length ? t('downloadRest') : t('downloadAll')}
              </Button>
            )}
          </div>
        </div>
      ) : null}
      <ul className="label-list">
        {sheet.parts.map((part) => {
          const here = done[part.part]
          return (
            <li key={part.part} className="card label-line">
              <p className="font-semibold">{t('part', { n: part.part, from: part.from + 1, to: part.to })}</p>
              {here ? (
                <p className="text-sm text-muted">
                  {t('savedAt', { at: formatMoment(here.at, locale) })} {t('onThisDevice')}
                </p>
              ) : null}
              <p>
                <a
                  className="link inline-flex min-h-11 items-center"
                  href={`/chu-the/tem/to-in/${sheet.sheetNo}/phan/${part.part}`}
                  download={part.fileName}
                >
                  {t('downloadPart', { n: part.part })}
                </a>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function messageOf(outcome: PartOutcome, part: number): Message {
  if (outcome.kind === 'damaged') return { kind: 'damaged', part }
  if (outcome.kind === 'refused') return { kind: 'failed', part }
  return outcome.kind === 'signed_out' ? { kind: 'signed_out' } : { kind: 'none' }
}

/** Resolves when the browser says that it is online again, after a pause, or when it is told to stop. */
function networkOrPause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, TRY_AGAIN_MS)
    function go() {
      clearTimeout(timer)
      removeEventListener('online', go)
      signal.removeEventListener('abort', go)
      resolve()
    }
    addEventListener('online', go)
    signal.addEventListener('abort', go)
  })
}

/** Hands a file to the browser's downloads. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Browsers read it after the click; a minute is more than any of them takes to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function sheetType({ format }: SheetManifest): string {
  if (format === 'pdf') return 'application/pdf'
  if (format === 'csv') return 'text/csv'
  return format === 'urls' ? 'text/plain' : 'application/zip'
}

function sizeText(bytes: number, locale: 'vi' | 'en'): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.round(bytes / 1_000), locale)} kB`
    : `${formatNumber(Math.round(bytes / 100_000) / 10, locale)} MB`
}
