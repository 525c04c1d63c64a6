import type { LotGenealogy, LotNode } from '@sao-lang/traceability/verify'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { journey } from '#app/i18n/journey.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/messages.ts'
import { origin } from '#app/i18n/origin.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatList, formatNumber, formatQuantity } from '#app/lib/format.ts'
import { genealogyPicture, type PictureLine, type PictureRow } from '#app/lib/trace/genealogy-picture.ts'

const WIDTH = 344
const LANE = 20
const LOT_HEIGHT = 54
const STEP_HEIGHT = 34
/** Characters that fit beside one lane; SVG text does not wrap. */
const LONGEST = 38

/** What the lot of the package was made of: a picture, and the same in words for whoever cannot see it. */
export function GenealogyFigure({ genealogy }: { genealogy: LotGenealogy }) {
  const t = useT(origin)
  const steps = useT(journey)
  const locale = useLocale()
  const picture = genealogyPicture(genealogy)
  const sentences = genealogy.steps.map((step) => stepSentence(step, genealogy.lots, { t, steps, locale }))
  return (
    <section className="grid gap-3">
      <h2 className="flex flex-wrap items-center gap-x-2">
        {t('genealogy')} <ConfidenceChip confidence="self_declared" />
      </h2>
      {picture ? (
        <Drawing
          {...picture}
          label={t('pictureLabel', { count: genealogy.lots.length })}
          words={(row) => rowWords(row, { t, steps, locale })}
        />
      ) : null}
      <details open={picture === null} className="text-sm">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('inWords')}</summary>
        <ol className="grid list-decimal gap-1 ps-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </details>
    </section>
  )
}

interface DrawingProps {
  rows: PictureRow[]
  lines: PictureLine[]
  lanes: number
  label: string
  words: (row: PictureRow) => [string, string]
}

function Drawing({ rows, lines, lanes, label, words }: DrawingProps) {
  const heights = rows.map((row) => (row.kind === 'step' ? STEP_HEIGHT : LOT_HEIGHT))
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 0))
  const height = heights.reduce((sum, each) => sum + each, 0)
  const x = (lane: number) => 12 + lane * LANE
  const y = (row: number) => (tops[row] ?? 0) + (rows[row]?.kind === 'step' ? STEP_HEIGHT / 2 : 20)
  const textX = x(lanes - 1) + 20
  const room = LONGEST - Math.round(((lanes - 1) * LANE) / 7)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${height}`} className="genealogy w-full max-w-md">
      {lines.map(({ from, to }) => (
        <path
          key={`${from.row} ${to.row}`}
          d={`M${x(from.lane)} ${y(from.row)}V${y(to.row) - 18}Q${x(from.lane)} ${y(to.row)} ${x(to.lane)} ${y(to.row)}`}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="3"
        />
      ))}
      {rows.map((row, at) => {
        const [first, second] = words(row)
        const name = row.kind === 'step' ? `s${row.step.to}` : (row.group.nodes[0]?.lotNo ?? '')
        return (
          <g key={name}>
            <circle
              cx={x(row.lane)}
              cy={y(at)}
              r={row.kind === 'step' ? 4 : 8}
              fill={row.kind === 'step' ? 'var(--line-strong)' : 'var(--leaf)'}
              stroke="var(--paper)"
              strokeWidth={row.kind === 'step' ? 0 : 3}
            />
            {row.kind === 'step' ? (
              <text x={textX} y={y(at) + 4} fontSize="12" fill="var(--muted)">
                {cut(first, room + 2)}
              </text>
            ) : (
              <>
                <text x={textX} y={y(at) + 1} fontSize="14" fontWeight="600" fill="var(--ink)">
                  {cut(first, room - 4)}
                </text>
                <text x={textX} y={y(at) + 18} fontSize="12" fill="var(--muted)">
                  {cut(second, room + 2)}
                </text>
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}

interface Speech {
  t: Translate<typeof origin>
  steps: Translate<typeof journey>
  locale: Locale
}

const KIND_WORDS = { raw: 'rawLot', intermediate: 'intermediateLot', product: 'productLot' } as const

/** The two lines beside a row: name over code and amount; of a step its name, day and yield in one. */
function rowWords(row: PictureRow, speech: Speech): [string, string] {
  const { t, locale } = speech
  if (row.kind === 'step') return [stepWords(row.step, speech), '']
  const { nodes } = row.group
  const [node] = nodes
  if (!node) return ['', '']
  const names = new Set(nodes.map((each) => each.name ?? t(KIND_WORDS[each.kind])))
  const name = names.size === 1 ? [...names].join('') : t(KIND_WORDS[node.kind])
  if (nodes.length > 1)
    return [name, [t('manyLots', { count: nodes.length }), sumOf(nodes, locale)].filter(Boolean).join(' · ')]
  const facts = [
    node.lotCode,
    node.quantity ? formatQuantity(node.quantity, locale) : null,
    node.producer ? t('boughtFrom', { producer: node.producer }) : null,
  ]
  return [name, facts.filter(Boolean).join(' · ')]
}

function stepWords({ step, occurredAt, yield: out }: LotGenealogy['steps'][number], { t, steps, locale }: Speech) {
  const day = formatDay(vietnamDay(new Date(occurredAt)), locale)
  const gain = out === null ? null : t('yield', { percent: formatNumber(Math.round(out * 100), locale) })
  return [stepName(step, steps), day, gain].filter(Boolean).join(' · ')
}

function stepSentence(step: LotGenealogy['steps'][number], lots: LotNode[], speech: Speech): string {
  const { t, steps, locale } = speech
  const named = (lotNo: string) => {
    const lot = lots.find((each) => each.lotNo === lotNo)
    if (!lot) return null
    const name = lot.name ?? t(KIND_WORDS[lot.kind])
    const facts = [
      t('lotWord', { code: lot.lotCode }),
      lot.quantity ? formatQuantity(lot.quantity, locale) : null,
      lot.producer ? t('boughtFrom', { producer: lot.producer }) : null,
    ]
    return `${name} (${facts.filter(Boolean).join(', ')})`
  }
  const sentence = t('stepSentence', {
    step: stepName(step.step, steps),
    date: formatDay(vietnamDay(new Date(step.occurredAt)), locale),
    from: formatList(
      step.from.flatMap((lotNo) => named(lotNo) ?? []),
      locale,
    ),
    to: named(step.to) ?? '',
  })
  const percent = step.yield === null ? null : formatNumber(Math.round(step.yield * 100), locale)
  return percent === null ? `${sentence}.` : `${sentence}, ${t('yield', { percent })}.`
}

function stepName(step: string, steps: Translate<typeof journey>): string {
  return Object.hasOwn(journey, step) ? steps(step as keyof typeof journey) : steps('other')
}

/** Amounts of one unit added up; nothing where they differ or one is missing. */
function sumOf(nodes: LotNode[], locale: Locale): string | null {
  const unit = nodes[0]?.quantity?.unit
  if (unit === undefined || nodes.some(({ quantity }) => quantity?.unit !== unit)) return null
  return formatQuantity({ value: nodes.reduce((sum, { quantity }) => sum + (quantity?.value ?? 0), 0), unit }, locale)
}

function cut(text: string, longest: number): string {
  const characters = [...text]
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : text
}
