import type { Picture as PictureData } from '@sao-lang/traceability/verify'

interface PictureProps {
  picture: PictureData
  /** The CSS `sizes` of the place it stands in. */
  sizes: string
  /** True for the one picture a page opens with; the rest wait until they come near. */
  priority?: boolean
  /** Empty where the words beside it say the same. */
  alt?: string
  className?: string
}

/** A product or story picture: AVIF first, WebP as the rest, its room reserved. */
export function Picture({ picture, sizes, priority = false, alt, className }: PictureProps) {
  const webp = picture.variants.filter((variant) => variant.format === 'webp')
  const fallback = webp.at(-1) ?? picture.variants.at(-1)
  if (!fallback) return null
  return (
    <picture>
      <source type="image/avif" srcSet={sourceSet(picture, 'avif')} sizes={sizes} />
      <img
        src={pictureUrl(fallback.path)}
        srcSet={webp.length > 1 ? sourceSet(picture, 'webp') : undefined}
        sizes={webp.length > 1 ? sizes : undefined}
        width={picture.width}
        height={picture.height}
        alt={alt ?? picture.alt}
        className={className}
        loading={priority ? undefined : 'lazy'}
        decoding={priority ? undefined : 'async'}
        // React 18 knows this attribute in lower case only.
        {...(priority ? { fetchpriority: 'high' } : {})}
      />
    </picture>
  )
}

/** Address of a stored picture on this site. */
export function pictureUrl(path: string): string {
  return `/anh/${path}`
}

function sourceSet(picture: PictureData, format: 'avif' | 'webp'): string {
  return picture.variants
    .filter((variant) => variant.format === format)
    .map((variant) => `${pictureUrl(variant.path)} ${variant.width}w`)
    .join(', ')
}
