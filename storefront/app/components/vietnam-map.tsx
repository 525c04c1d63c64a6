import { places } from '#app/i18n/places.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { ARCHIPELAGOS, ISLANDS, PROVINCE_SHAPES, VIETNAM_VIEW } from './vietnam-shapes.ts'

/** A sketch of the country; provinces whose codes are in `marked` are filled. The same places stand beside it as links. */
export function VietnamMap({ marked, className }: { marked: readonly string[]; className?: string }) {
  const t = useT(places)
  const locale = useLocale()
  return (
    <figure className={className}>
      <svg
        role="img"
        aria-label={t('mapAlt')}
        viewBox={`0 0 ${VIETNAM_VIEW.width} ${VIETNAM_VIEW.height}`}
        className="vietnam-map"
      >
        {PROVINCE_SHAPES.map(({ code, d }) => (
          <path key={code} d={d} className={marked.includes(code) ? 'marked' : undefined} />
        ))}
        {ISLANDS.map(([code, x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="2.2" className={marked.includes(code) ? 'marked' : undefined} />
        ))}
        {ARCHIPELAGOS.map((group) => (
          <text key={group.code} x={group.x} y={group.y} textAnchor="middle">
            {group[locale]}
          </text>
        ))}
      </svg>
      <figcaption className="text-xs text-muted">{t('mapNote')}</figcaption>
    </figure>
  )
}
