import { Day } from '#app/components/day.tsx'
import { order as words } from '#app/i18n/order.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { OrderView } from '#app/lib/medusa/cart-types.ts'

/** The steps of an order; reached ones carry their moment, the last reached one is where it stands now. */
export function OrderTimeline({ steps }: { steps: OrderView['timeline'] }) {
  const t = useT(words)
  const current = steps.reduce((last, step, index) => (step.at ? index : last), -1)
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t('timeline')}</h2>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.status}
            aria-current={index === current ? 'step' : undefined}
            className="relative border-s-2 border-line-strong ps-6 pb-4 last:border-transparent last:pb-0"
          >
            <span
              aria-hidden="true"
              className={`absolute start-[-0.5625rem] top-[0.3125rem] size-4 rounded-full border-[3px] border-paper ${
                step.at ? 'bg-leaf' : 'bg-line-strong'
              }`}
            />
            <p className={step.at ? 'font-semibold' : 'text-muted'}>{t(step.status)}</p>
            <p className="text-sm text-muted">{step.at ? <Day value={step.at} moment /> : t('notYet')}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
