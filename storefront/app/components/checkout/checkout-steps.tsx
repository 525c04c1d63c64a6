import { Link } from '@remix-run/react'
import { checkout } from '#app/i18n/checkout.ts'
import { useT } from '#app/i18n/use-locale.ts'

const STEPS = [
  ['cart', '/gio-hang', 'stepCart'],
  ['delivery', '/thanh-toan/giao-hang', 'stepDelivery'],
  ['confirm', '/thanh-toan/xac-nhan', 'stepConfirm'],
] as const

/** Where the buyer stands; steps behind are links, the one here is not, those ahead are words. */
export function CheckoutSteps({ current }: { current: 'delivery' | 'confirm' }) {
  const t = useT(checkout)
  const here = STEPS.findIndex(([name]) => name === current)
  return (
    <nav aria-label={t('steps')} className="pt-4">
      <ol className="flex flex-wrap items-center gap-x-3 text-sm sm:gap-x-1">
        {STEPS.map(([name, to, label], index) => (
          <li key={name} className="flex items-center gap-x-1">
            {index > 0 ? <span aria-hidden="true" className="hidden h-px w-8 bg-line-strong sm:block" /> : null}
            {index < here ? (
              <Link to={to} className="inline-flex min-h-11 items-center gap-1.5 hover:underline">
                <StepMark text="✓" done />
                {t(label)}
              </Link>
            ) : (
              <span
                aria-current={index === here ? 'step' : undefined}
                className={`inline-flex min-h-11 items-center gap-1.5 ${index === here ? 'font-semibold' : 'text-muted'}`}
              >
                <StepMark text={String(index + 1)} done={index === here} />
                {t(label)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepMark({ text, done }: { text: string; done: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`tabular grid size-6 place-items-center rounded-full text-xs font-semibold ${
        done ? 'bg-leaf text-on-leaf' : 'border border-edge text-muted'
      }`}
    >
      {text}
    </span>
  )
}
