import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** Says that what stands beside it is illustrative. */
export function SampleNote({ className = '' }: { className?: string }) {
  const t = useT(shell)
  return <span className={`sample-note ${className}`}>{t('sampleData')}</span>
}
