import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { PAPERS_PATH } from '#app/lib/dossier/paths.ts'
import type { DossierPaper, PaperKindWords, StorePaper } from '#app/lib/dossier/types.ts'
import { formatList } from '#app/lib/format.ts'
import { PaperLine } from './paper-line.tsx'

interface PaperChoiceProps {
  /** Of the check boxes. */
  name: string
  /** Kinds that suit. */
  kinds: readonly string[]
  /** Null while the store is away. */
  store: { papers: StorePaper[]; kinds: PaperKindWords[] } | null
  attached: readonly DossierPaper[]
  /** Ids that are ticked. */
  chosen: readonly string[]
}

/** Papers of the store that suit, as check boxes; what is attached already stays in the list whatever became of it. */
export function PaperChoice({ name, kinds, store, attached, chosen }: PaperChoiceProps) {
  const t = useT(dossierDesk)
  const locale = useLocale()
  const suited = (store?.papers ?? []).filter(({ kind }) => kinds.includes(kind))
  const kept = attached.filter(({ id }) => !suited.some((paper) => paper.id === id))
  const names = kinds.map((code) => store?.kinds.find((kind) => kind.code === code)?.[locale] ?? code)
  return (
    <div className="grid gap-2">
      {store === null ? <p className="field-hint">{t('storeAway')}</p> : null}
      {store !== null && suited.length === 0 ? (
        <p className="field-hint">{t('noSuited', { kinds: formatList(names, locale) })}</p>
      ) : null}
      {[...kept, ...suited].map((paper) => (
        <label key={paper.id} className="choice-row">
          <input type="checkbox" name={name} value={paper.id} defaultChecked={chosen.includes(paper.id)} />
          <PaperLine paper={paper} />
        </label>
      ))}
      <p>
        <a className="inline-flex min-h-11 items-center underline underline-offset-4" href={PAPERS_PATH}>
          {t('addPaper')}
        </a>
      </p>
    </div>
  )
}
