import { type InspectionBundle, type InspectionVerdict, inspectOffline } from '@sao-lang/traceability/verify'
import { type FormEvent, useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { InspectorDesk } from '#app/lib/inspector/types.ts'
import { Button } from '../button.tsx'
import { SelectField, TextAreaField } from '../field.tsx'
import { CodeScanner } from './code-scanner.tsx'
import { UnitHistoryPanel } from './unit-history-panel.tsx'
import { VerdictCard } from './verdict-card.tsx'

interface CheckPanelProps {
  desk: InspectorDesk
  bundles: readonly InspectionBundle[]
  online: boolean
  /** Every look-up is put on record. */
  onLookUp: (text: string, verdict: InspectionVerdict) => void
  onRecord: (text: string, verdict: InspectionVerdict) => void
}

/** Scans, types or chooses; answers from the data on the phone at once, and from the register when asked. */
export function CheckPanel({ desk, bundles, online, onLookUp, onRecord }: CheckPanelProps) {
  const t = useT(inspector)
  const [text, setText] = useState('')
  const [productRef, setProductRef] = useState('')
  const [stars, setStars] = useState('')
  const [answer, setAnswer] = useState<{ text: string; verdict: InspectionVerdict } | null>(null)
  const [empty, setEmpty] = useState(false)
  const products = bundles.flatMap((bundle) => bundle.products).sort((a, b) => a.name.localeCompare(b.name, 'vi'))

  function check(given: string): void {
    const nothing = given.trim() === '' && productRef === ''
    setEmpty(nothing)
    if (nothing) {
      setAnswer(null)
      return
    }
    const seen = {
      productRef: productRef || null,
      stars: stars === '' ? null : (Number(stars) as 0 | 3 | 4 | 5),
    }
    const verdict = inspectOffline(given, bundles, seen, new Date())
    setAnswer({ text: given, verdict })
    onLookUp(given || `product ${productRef}`, verdict)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    check(text)
  }

  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <section className="grid content-start gap-5">
        <h1 className="text-2xl">{t('scanTitle')}</h1>
        <CodeScanner
          onText={(read) => {
            setText(read)
            check(read)
          }}
        />
        <form onSubmit={submit} className="grid gap-4" noValidate>
          <TextAreaField
            name="code"
            rows={2}
            label={t('typed')}
            hint={t('typedHint')}
            error={empty ? t('checkEmpty') : null}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
          />
          <SelectField
            name="product"
            label={t('product')}
            optional
            value={productRef}
            onChange={(event) => setProductRef(event.target.value)}
          >
            <option value="">{t('productAny')}</option>
            {products.map(({ ref, name, producer }) => (
              <option key={ref} value={ref}>
                {name} · {producer.name}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="stars"
            label={t('stars')}
            optional
            value={stars}
            onChange={(event) => setStars(event.target.value)}
          >
            <option value="">{t('starsAny')}</option>
            <option value="0">{t('starsNone')}</option>
            {[3, 4, 5].map((count) => (
              <option key={count} value={count}>
                {t('starsCount', { count })}
              </option>
            ))}
          </SelectField>
          <Button large>{t('check')}</Button>
        </form>
      </section>
      {answer ? (
        <div className="grid content-start gap-4">
          <VerdictCard verdict={answer.verdict} />
          <Button type="button" large onClick={() => onRecord(answer.text, answer.verdict)}>
            {t('makeRecord')}
          </Button>
          {answer.verdict.code ? (
            <UnitHistoryPanel key={answer.verdict.code} desk={desk} code={answer.verdict.code} online={online} />
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
