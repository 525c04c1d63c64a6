import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { FairBooth } from '#app/lib/centre/fair-types.ts'

interface FairBoothsProps {
  booths: readonly FairBooth[]
  /** Booths may be added and removed. */
  mayAdd: boolean
  /** The fair is planned or open: goods come and go. */
  underWay: boolean
  /** A name that was refused. */
  typed: string
}

/** The booths of a fair: what each holds, and the pages of its shop on which goods are received, sold and returned. */
export function FairBooths({ booths, mayAdd, underWay, typed }: FairBoothsProps) {
  const t = useT(fairs)
  return (
    <section className="grid gap-3" aria-labelledby="gian-hang">
      <h2 id="gian-hang">{t('booths')}</h2>
      {booths.length === 0 ? <p>{t('noBooths')}</p> : null}
      {booths.length > 0 ? (
        <ul className="work-list">
          {booths.map((booth) => (
            <li key={booth.id} className="work-line">
              <h3 className="text-base font-semibold">{booth.name}</h3>
              <p className="tabular">
                {[
                  t('pieces', { count: booth.pieces }),
                  ...(booth.openSales > 0 ? [t('openSales', { count: booth.openSales })] : []),
                  ...(booth.waiting > 0 ? [t('waiting', { count: booth.waiting })] : []),
                ].join(' · ')}
              </p>
              <BoothLinks booth={booth} underWay={underWay} />
              {mayAdd && !booth.left ? (
                <form method="post">
                  <input type="hidden" name="id" value={booth.id} />
                  <Button look="quiet" name="viec" value="xoa-gian">
                    {t('removeBooth')}
                    <span className="sr-only">: {booth.name}</span>
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <form method="post" className="flex flex-wrap items-end gap-3">
          <TextField
            name="name"
            label={t('boothName')}
            hint={t('boothHint')}
            className="grow sm:max-w-[24rem]"
            defaultValue={typed}
            maxLength={60}
            required
          />
          <Button look="quiet" name="viec" value="gian">
            {t('addBooth')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}

function BoothLinks({ booth: { name, shopId }, underWay }: { booth: FairBooth; underWay: boolean }) {
  const t = useT(fairs)
  const base = `/can-bo/trung-tam/${shopId}`
  const links = underWay
    ? ([
        [`${base}/phieu?loai=receipt`, t('receive')],
        [`${base}/quay`, t('sell')],
        [`${base}/phieu?loai=return`, t('giveBack')],
        [`${base}/chot`, t('closeTill')],
        [base, t('stock')],
      ] as const)
    : ([
        [`${base}/phieu`, t('papers')],
        [`${base}/chot`, t('closes')],
      ] as const)
  return (
    <p className="flex flex-wrap gap-x-5">
      {links.map(([href, text]) => (
        <a key={href} className="link inline-flex min-h-11 items-center" href={href}>
          {text}
          <span className="sr-only">: {name}</span>
        </a>
      ))}
    </p>
  )
}
