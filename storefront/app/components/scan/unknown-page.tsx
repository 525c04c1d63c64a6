import { formatUnitCode } from '@sao-lang/traceability/verify'
import { LinkButton } from '#app/components/link-button.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ScanResult } from '#app/lib/trace/scan-page.server.ts'
import { CODE_LENGTH } from '#app/lib/trace/typed-code.ts'
import { CodeForm } from './code-form.tsx'
import { CheckLine } from './scan-footnote.tsx'
import { VerdictBanner } from './verdict-banner.tsx'

/** The answer when there is nothing in the register: why that may be, what to compare and whom to tell. */
export function UnknownPage({ result, requestId }: { result: ScanResult; requestId: string }) {
  const t = useT(scan)
  const words = unknownWords(result, t)
  const code = result.kind === 'verdict' ? result.answer.code : result.kind === 'unavailable' ? result.code : null
  return (
    <article className="wrap grid max-w-[46rem] gap-8 pt-5 pb-12 lg:pt-8">
      <VerdictBanner
        tone="note"
        title={words.title}
        code={code ? t('code', { code: formatUnitCode(code) }) : undefined}
      >
        <p>{words.body}</p>
        {words.shown ? (
          <p>
            {t('typed')}: <code className="break-all">{words.shown}</code>
          </p>
        ) : null}
      </VerdictBanner>
      <section className="grid gap-3">
        <h2>{t('whatToDo')}</h2>
        <ul className="grid list-disc gap-2 ps-5 marker:text-leaf">
          {words.advice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {result.kind === 'unavailable' ? null : <CodeForm typed={words.shown ?? code ?? ''} />}
      <p className="print-hidden">
        <LinkButton look="quiet" to={code ? `/bao-van-de?ma=${encodeURIComponent(code)}` : '/bao-van-de'}>
          {t('report')}
        </LinkButton>
      </p>
      <footer className="grid gap-2 border-s-4 border-line-strong ps-4 text-sm text-muted">
        <CheckLine checkedAt={result.kind === 'verdict' ? result.answer.checkedAt : undefined} requestId={requestId} />
      </footer>
    </article>
  )
}

function unknownWords(result: ScanResult, t: ReturnType<typeof useT<typeof scan>>) {
  if (result.kind === 'unavailable') {
    return {
      title: t('unavailableTitle'),
      body: t('unavailableBody'),
      shown: null,
      advice: [t('adviceRetry'), t('adviceKeep')],
    }
  }
  const advice = [t('adviceCompare'), t('adviceOther'), t('adviceSeller')]
  if (result.kind === 'verdict') {
    return result.answer.reasons.includes('gtin_of_another_product')
      ? { title: t('otherProductTitle'), body: t('otherProductBody'), shown: null, advice: otherProductAdvice(t) }
      : { title: t('notIssuedTitle'), body: t('notIssuedBody'), shown: null, advice }
  }
  const { typed } = result
  if (typed.kind === 'incomplete' && typed.count !== CODE_LENGTH) {
    const body = t('incompleteBody', { length: CODE_LENGTH, count: typed.count })
    return { title: t('incompleteTitle'), body, shown: typed.shown, advice }
  }
  if (typed.kind === 'too_long') {
    return { title: t('tooLongTitle'), body: t('impossibleBody'), shown: null, advice }
  }
  const shown = typed.kind === 'empty' ? null : typed.shown || null
  return { title: t('impossibleTitle'), body: t('impossibleBody'), shown, advice }
}

function otherProductAdvice(t: ReturnType<typeof useT<typeof scan>>) {
  return [t('adviceRescan'), t('adviceTypeCode'), t('adviceOtherSeller')]
}
