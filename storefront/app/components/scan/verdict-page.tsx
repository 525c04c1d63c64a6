import type { AlertView, RecognitionStatus, VerdictResponse } from '@sao-lang/traceability/verify'
import { formatUnitCode, vietnamDay } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Picture } from '#app/components/picture.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { ScratchResult } from '#app/lib/trace/scratch.server.ts'
import { earlierChecksMessage, reasonMessages, verdictMessage } from '#app/lib/trace/verdict-message.ts'
import { EvidenceLinks } from './evidence-links.tsx'
import { GenealogyFigure } from './genealogy-figure.tsx'
import { JourneyTimeline } from './journey-timeline.tsx'
import { LotFacts } from './lot-facts.tsx'
import { PlaceList } from './place-list.tsx'
import { ProductCare } from './product-care.tsx'
import { ScanFootnote } from './scan-footnote.tsx'
import { ScratchForm } from './scratch-form.tsx'
import { StarCertificate } from './star-certificate.tsx'
import { VerdictBanner } from './verdict-banner.tsx'
import { WhoMadeIt } from './who-made-it.tsx'

interface VerdictPageProps {
  answer: VerdictResponse
  requestId: string
  /** What came of the hidden code that was just sent; null before. */
  scratch?: ScratchResult | null
}

/**
 * The answer to a code that was issued here, in the order in which people ask: is the code genuine, are the stars valid
 * today and on the packing day, who made it and where, which lot, its journey, its story, what to mind, what next.
 */
export function VerdictPage({ answer, requestId, scratch = null }: VerdictPageProps) {
  const t = useT(scan)
  const locale = useLocale()
  const { passport, lot, recognition } = answer
  const message = verdictMessage(answer)
  // A voided label is on no package, so there is no lot, journey or story to vouch for.
  const onPackage = answer.verdict !== 'void'
  const name = passport ? ((locale === 'en' ? passport.product.name.en : null) ?? passport.product.name.vi) : null
  const story = passport?.product.story
  const englishStory = locale === 'en' ? story?.en : null
  return (
    <article className="scan-sheet wrap grid max-w-[68rem] gap-8 pt-5 pb-12 lg:grid-cols-[1.1fr_1fr] lg:gap-x-12 lg:pt-8">
      <div className="grid content-start gap-6">
        <VerdictBanner
          tone={message.tone}
          title={t(message.title)}
          code={t('code', { code: formatUnitCode(answer.code) })}
        >
          <VerdictSentences answer={answer} />
        </VerdictBanner>
        {onPackage && answer.batch?.scratch ? <ScratchForm result={scratch} /> : null}
        {message.showsStars && recognition ? (
          <StarCertificate
            today={recognition.today}
            onPackingDay={recognition.onPackingDay}
            packedOn={lot?.packedOn ?? null}
          />
        ) : null}
        {passport ? (
          <>
            <div className="flex items-center gap-4">
              {passport.product.picture ? (
                <Picture picture={passport.product.picture} sizes="96px" className="w-24 rounded" alt="" priority />
              ) : null}
              <p className="text-xl font-bold">{name}</p>
            </div>
            <WhoMadeIt
              producer={passport.producer}
              sample={passport.sample.includes('producer')}
              recognised={recognition !== null && recognition.today.status !== 'none'}
            />
          </>
        ) : (
          <p className="text-muted">{t('noPassport')}</p>
        )}
        {onPackage ? <LotFacts lot={lot} today={vietnamDay(new Date(answer.checkedAt))} /> : null}
        {onPackage && lot ? <PlaceList steps={lot.journey} /> : null}
      </div>
      <div className="grid content-start gap-8">
        {onPackage && lot?.genealogy ? <GenealogyFigure genealogy={lot.genealogy} /> : null}
        {onPackage && lot ? <JourneyTimeline steps={lot.journey} /> : null}
        {onPackage && story ? (
          <section className="grid gap-3">
            <h2 className="flex flex-wrap items-center gap-x-2">
              {t('story')} <ConfidenceChip confidence="self_declared" />
              {passport?.sample.includes('story') ? <SampleNote className="font-normal" /> : null}
            </h2>
            <div className="story" lang={englishStory ? 'en' : 'vi'}>
              {(englishStory ?? story.vi).split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </section>
        ) : null}
        {onPackage && passport ? <ProductCare product={passport.product} /> : null}
        <NextSteps answer={answer} />
        <EvidenceLinks answer={answer} />
        <ScanFootnote answer={answer} requestId={requestId} />
      </div>
    </article>
  )
}

const LAPSED_BODY: Partial<Record<RecognitionStatus, 'suspendedBody' | 'expiredBody' | 'revokedBody'>> = {
  suspended: 'suspendedBody',
  expired: 'expiredBody',
  revoked: 'revokedBody',
}

/** What stands under the verdict: the lot and how often it was checked, or what is wrong and what to do. */
function VerdictSentences({ answer }: { answer: VerdictResponse }) {
  const t = useT(scan)
  const locale = useLocale()
  const { lot, unit, recognition } = answer
  const day = (value: string) => formatDay(value, locale)
  const { advice } = verdictMessage(answer)
  const first = unit?.firstCheckedAt ? vietnamDay(new Date(unit.firstCheckedAt)) : null
  const count = unit?.earlierChecks ?? 0
  return (
    <>
      {answer.verdict === 'genuine' ? (
        <>
          <p>{lot ? t('genuineBody', { lot: lot.lotCode }) : t('genuineBodyNoLot')}</p>
          {unit?.alert ? null : <p>{checksSentence(t, count, first ? day(first) : null)}</p>}
        </>
      ) : null}
      {reasonMessages(answer.reasons).map(({ key, at }) => (
        <p key={key}>{t(key, { date: at ? day(vietnamDay(new Date(at))) : '' })}</p>
      ))}
      {answer.verdict === 'suspect' && unit?.alert ? <EarlierAreas areas={unit.alert.areas} /> : null}
      {answer.verdict === 'void' ? (
        <>
          {unit?.status === 'destroyed' ? null : <p>{t('voidBody')}</p>}
          {unit?.voidReason ? <p>{t('voidReason', { reason: bare(unit.voidReason) })}</p> : null}
        </>
      ) : null}
      {answer.verdict === 'expired_recognition' && recognition?.today.lapsedOn ? (
        <p>{t(LAPSED_BODY[recognition.today.status] ?? 'expiredBody', { date: day(recognition.today.lapsedOn) })}</p>
      ) : null}
      {answer.verdict === 'recalled' && lot?.recall ? (
        <>
          <p>{t('recalledBody', { lot: lot.lotCode, date: day(vietnamDay(new Date(lot.recall.at))) })}</p>
          <p>{t('recalledReason', { reason: bare(lot.recall.reason) })}</p>
        </>
      ) : null}
      {answer.verdict === 'recalled' && lot?.recall?.advice ? (
        <p className="font-semibold">{lot.recall.advice}</p>
      ) : advice ? (
        <p className="font-semibold">{t(advice)}</p>
      ) : null}
    </>
  )
}

/** Where and when a code was checked before: facts, for the reader to compare with the own journey. */
function EarlierAreas({ areas }: { areas: AlertView['areas'] }) {
  const t = useT(scan)
  const locale = useLocale()
  const day = (moment: string) => formatDay(vietnamDay(new Date(moment)), locale)
  return (
    <div>
      <p className="font-semibold">{t('earlierAreas')}</p>
      <ul className="list-disc pl-5">
        {areas.map((area) => (
          <li key={area.provinceCode}>
            {t('areaChecks', {
              area: area.provinceName ?? t('areaUnknown'),
              count: area.checks,
              first: day(area.firstAt),
              last: day(area.lastAt),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Reasons are typed by people, with or without a full stop; the sentence around them has its own. */
function bare(reason: string): string {
  return reason.trim().replace(/[.\s]+$/, '')
}

function checksSentence(t: ReturnType<typeof useT<typeof scan>>, count: number, first: string | null): string {
  const key = earlierChecksMessage(count)
  return key === 'checksFirst' || first === null ? t('checksFirst') : t(key, { count, date: first })
}

function NextSteps({ answer }: { answer: VerdictResponse }) {
  const t = useT(scan)
  const product = answer.passport?.product
  const trusted = answer.verdict === 'genuine' || answer.verdict === 'expired_recognition'
  return (
    <div className="print-hidden grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        {product && !product.withdrawn ? (
          <LinkButton large look={trusted ? 'primary' : 'quiet'} to={`/san-pham/${product.handle}`} className="px-3">
            {trusted ? t('buyAgain') : t('seeProduct')}
          </LinkButton>
        ) : null}
        <LinkButton
          large
          look={trusted ? 'quiet' : 'primary'}
          to={`/bao-van-de?ma=${encodeURIComponent(answer.code)}`}
          className="px-3"
        >
          {t('report')}
        </LinkButton>
      </div>
      {product?.withdrawn ? <p className="text-sm text-muted">{t('withdrawn')}</p> : null}
    </div>
  )
}
