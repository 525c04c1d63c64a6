import type { Picture as PictureData } from '@sao-lang/traceability/verify'
import { product as words } from '#app/i18n/product.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Picture } from './picture.tsx'
import { PictureField } from './picture-field.tsx'

/** Pictures of a product: a strip to swipe on a phone, one large and the rest below it on a desk. Needs no scripts. */
export function Gallery({ pictures, sector }: { pictures: PictureData[]; sector: string }) {
  const t = useT(words)
  if (pictures.length === 0) {
    return (
      <div className="overflow-clip rounded">
        <PictureField sector={sector} />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard
    <section className="gallery" aria-label={t('gallery')} tabIndex={0}>
      {pictures.map((picture, index) => (
        <Picture
          key={picture.variants[0]?.path ?? index}
          picture={picture}
          sizes={index === 0 ? '(min-width: 60rem) 36rem, 90vw' : '(min-width: 60rem) 18rem, 90vw'}
          priority={index === 0}
        />
      ))}
    </section>
  )
}
