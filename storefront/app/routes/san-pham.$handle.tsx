import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FollowForm } from '#app/components/account/follow-form.tsx'
import { AddToCart } from '#app/components/add-to-cart.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Day } from '#app/components/day.tsx'
import { Gallery } from '#app/components/gallery.tsx'
import { Notice } from '#app/components/notice.tsx'
import { ProductGrid } from '#app/components/product-grid.tsx'
import { RecognitionCertificate } from '#app/components/recognition-certificate.tsx'
import { ProductReviews } from '#app/components/review/product-reviews.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
import { SourceArea } from '#app/components/scan/lot-facts.tsx'
import { PlaceName } from '#app/components/scan/place-name.tsx'
import { StayOffer } from '#app/components/stay-offer.tsx'
import { catalogue } from '#app/i18n/catalogue.ts'
import { product as words } from '#app/i18n/product.ts'
import { shell } from '#app/i18n/shell.ts'
import { trust } from '#app/i18n/trust.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import { breadcrumbData } from '#app/lib/breadcrumb-data.server.ts'
import { env } from '#app/lib/env.server.ts'
import { formatDay } from '#app/lib/format.ts'
import { isStay } from '#app/lib/is-stay.ts'
import { legalFormLabel } from '#app/lib/legal-form.ts'
import { readProduct } from '#app/lib/medusa/catalogue.server.ts'
import type { ProductDetail } from '#app/lib/medusa/types.ts'
import { readProductReviews } from '#app/lib/orders/reviews.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { productData } from '#app/lib/product-data.server.ts'
import { productListing } from '#app/lib/product-listing.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** Everything but the related products, which go as a list of their own. */
type Shown = Omit<ProductDetail, 'related'>

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const handle = args.params.handle ?? ''
  const [product, reviews] = await Promise.all([
    pageData(readProduct(context, handle)),
    // The page does without what buyers said.
    readProductReviews(context, handle, { limit: 5, offset: 0 }).catch(() => null),
  ])
  const crumbs = [
    { label: serverT(context, catalogue)('title'), to: '/san-pham' },
    { label: product.title, to: `/san-pham/${product.handle}` },
  ]
  const url = `${env().STOREFRONT_URL}/san-pham/${product.handle}`
  const state = badgeState(product.badge)
  const picture = product.pictures[0]
  const largest = picture?.variants.filter((variant) => variant.format === 'webp').at(-1)
  const head: PageHead = {
    title: product.title,
    description: serverT(context, words)('description', {
      title: product.title,
      producer: product.producer.name,
      province: product.province.name,
      stars: state.kind === 'valid' ? serverT(context, trust)('stars', { stars: state.stars }) : '',
    }).trim(),
    locale: context.locale,
    url,
    index: true,
    image:
      picture && largest
        ? {
            url: `${env().STOREFRONT_URL}/anh/${largest.path}`,
            alt: picture.alt,
            width: largest.width,
            height: Math.round((largest.width * picture.height) / picture.width),
          }
        : undefined,
    data: [productData(product, url, reviews?.rating ?? null), breadcrumbData(serverT(context, shell)('home'), crumbs)],
  }
  const { related, ...rest } = product
  return { head, crumbs, reviews, product: rest, related: related.map(productListing) }
}

export default function ProductPage() {
  const { product, crumbs, related, reviews } = useLoaderData<typeof loader>()
  const t = useT(words)
  const locale = useLocale()
  const { producer, story } = product
  const stay = isStay(product)
  const storyText = (locale === 'en' ? story?.en : null) ?? story?.vi
  const storyLang = locale === 'en' && story?.en ? 'en' : 'vi'
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={crumbs} />
      <article>
        <div className="product-top">
          <Gallery pictures={product.pictures} sector={product.sector} />
          <div className="grid content-start gap-5">
            <header className="grid gap-1">
              <h1>{product.title}</h1>
              <p className="text-muted">
                {t('by')}{' '}
                <Link className="link" to={`/nha-san-xuat/${producer.handle}`}>
                  {producer.name}
                </Link>
                {', '}
                <Link className="link" to={`/vung/${product.province.slug}`}>
                  {product.province.name}
                </Link>
              </p>
            </header>
            <RecognitionCertificate
              badge={product.badge}
              lastStars={product.recognitions[0]?.stars ?? null}
              recognitionRef={
                product.recognitions.find(
                  ({ decisionNumber, decisionDate }) =>
                    decisionNumber === product.badge.decisionNumber && decisionDate === product.badge.decisionDate,
                )?.ref ?? null
              }
            />
            {product.description ? <p className="text-lg">{product.description}</p> : null}
            {stay ? (
              <StayOffer
                variants={product.variants}
                handle={product.handle}
                host={producer.handle}
                sample={product.sample.includes('price')}
              />
            ) : (
              <AddToCart variants={product.variants} sample={product.sample.includes('price')} />
            )}
            <FollowForm type="product" handle={product.handle} />
          </div>
        </div>

        <div className="story-sheet">
          {storyText ? (
            <section>
              <h2 className="story-title">{t('story')}</h2>
              <div className="story" lang={storyLang}>
                {storyText.split(/\n{2,}/).map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
              {product.sample.includes('story') ? <SampleNote className="mt-4" /> : null}
            </section>
          ) : null}
          <Maker product={product} />
        </div>

        <div className="product-sheets">
          {stay ? null : (
            <>
              <Sources areas={product.sourceAreas} />
              <Lots lots={product.lots} />
            </>
          )}
          <LabelData product={product} />
          <History product={product} />
        </div>

        <ProductReviews handle={product.handle} answer={reviews} />
        <Footnotes product={product} />
      </article>

      {related.length > 0 ? (
        <section className="print-hidden pt-12">
          <h2 className="pb-4">{t('related')}</h2>
          <ProductGrid products={related} />
        </section>
      ) : null}
    </div>
  )
}

function Sources({ areas }: { areas: ProductDetail['sourceAreas'] }) {
  const t = useT(words)
  return (
    <section className="grid content-start gap-4">
      <h2>{t('sources')}</h2>
      {areas.length > 0 ? (
        <ul className="grid gap-4">
          {areas.map((area) => (
            <SourceArea key={area.ref} area={area} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t('sourcesNone')}</p>
      )}
    </section>
  )
}

function Maker({ product: { producer } }: { product: Shown }) {
  const t = useT(words)
  const legalForm = legalFormLabel(producer.legalForm, useLocale())
  return (
    <section className="grid content-start gap-2">
      <h2 className="story-title">{t('producer')}</h2>
      <p className="text-lg font-semibold">{producer.name}</p>
      {legalForm ? <p className="text-muted">{legalForm}</p> : null}
      <p>
        <PlaceName place={producer.place} />
      </p>
      {producer.story ? <p className="story text-base">{producer.story}</p> : null}
      {producer.phone ? (
        <p>
          {t('phone')}:{' '}
          <a className="link" href={`tel:${producer.phone.replace(/[^\d+]/g, '')}`}>
            {producer.phone}
          </a>
        </p>
      ) : null}
      <p>
        <Link className="link inline-flex min-h-11 items-center" to={`/nha-san-xuat/${producer.handle}`}>
          {t('seeProducer')}
        </Link>
      </p>
    </section>
  )
}

function Lots({ lots }: { lots: ProductDetail['lots'] }) {
  const t = useT(words)
  return (
    <section className="grid content-start gap-4">
      <h2>{t('lots')}</h2>
      {lots.length === 0 ? (
        <p className="text-muted">{t('lotsNone')}</p>
      ) : (
        <p className="text-muted">{t('lotsText')}</p>
      )}
      <ul className="grid gap-3">
        {lots.map((lot) => (
          <li key={lot.ref} className="card grid gap-1 px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3">
              <strong className="tabular">{lot.lotCode}</strong>
              {lot.status === 'recalled' ? <strong className="text-warn">{t('recalled')}</strong> : null}
              {lot.sample ? <SampleNote /> : null}
            </p>
            <p className="text-sm text-muted">
              {lot.packedOn ? (
                <>
                  {t('packed')} <Day value={lot.packedOn} />
                </>
              ) : null}
              {lot.bestBefore ? (
                <>
                  {' · '}
                  {t('bestBefore')} <Day value={lot.bestBefore} />
                </>
              ) : null}
              {lot.journey.length > 0 ? ` · ${t('steps', { count: lot.journey.length })}` : null}
            </p>
            {lot.recall ? <p className="text-sm">{lot.recall.reason}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function LabelData({ product }: { product: Shown }) {
  const t = useT(words)
  return (
    <section className="grid content-start gap-4">
      <h2>{t(isStay(product) ? 'goodToKnow' : 'label')}</h2>
      {product.warning ? (
        <Notice kind="warning">
          <p>{product.warning}</p>
        </Notice>
      ) : null}
      <dl className="facts">
        <Fact label={t('allergens')}>{product.allergens}</Fact>
        <Fact label={t('ingredients')}>{product.ingredients}</Fact>
        <Fact label={t('netContent')}>{product.netContent}</Fact>
        <Fact label={t('storage')}>{product.storage}</Fact>
        <Fact label={t('usage')}>{product.usage}</Fact>
        <Fact label={t('standard')}>{product.standard}</Fact>
        <Fact label={t('keeps')}>{product.perishable ? t('perishable') : null}</Fact>
      </dl>
    </section>
  )
}

/** Shown once there is more on record than the certificate at the top says. */
function History({ product }: { product: Shown }) {
  const t = useT(words)
  const decisionWords = useT(trust)
  const locale = useLocale()
  const day = (value: string) => formatDay(value, locale)
  if (product.recognitions.length < 2) return null
  return (
    <section className="grid content-start gap-4">
      <h2>{t('history')}</h2>
      <ul className="grid gap-2 text-sm">
        {product.recognitions.map((recognition) => (
          <li key={recognition.ref} className="tabular">
            {t('historyLine', {
              stars: recognition.stars,
              from: day(recognition.validFrom),
              to: day(recognition.validTo),
            })}
            {recognition.extendedTo ? `, ${t('extendedTo', { date: day(recognition.extendedTo) })}` : null}
            {recognition.suspensions.map(({ from, to }) =>
              to === null
                ? `, ${t('suspendedFrom', { from: day(from) })}`
                : `, ${t('suspendedDays', { from: day(from), to: day(to) })}`,
            )}
            {recognition.revokedOn ? `, ${t('revokedOn', { date: day(recognition.revokedOn) })}` : null}
            <span className="block text-muted">
              <a className="link" href={`/quyet-dinh/${recognition.ref}`}>
                {decisionWords('decision', {
                  number: recognition.decisionNumber,
                  date: day(recognition.decisionDate),
                })}
              </a>
              , {recognition.authority}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const SAMPLE_NAMES = {
  price: 'price',
  stock: 'stock',
  recognition: 'recognition',
  story: 'storyPart',
  picture: 'picture',
  lots: 'lotsPart',
  sourceAreas: 'sourcePart',
  label: 'labelPart',
  producer: 'producerPart',
} as const satisfies Record<string, keyof typeof words>

function isNamedPart(part: string): part is keyof typeof SAMPLE_NAMES {
  return Object.hasOwn(SAMPLE_NAMES, part)
}

/** Where the facts come from, and which parts are not facts. */
function Footnotes({ product }: { product: Shown }) {
  const t = useT(words)
  const parts = product.sample.map((part) => (isNamedPart(part) ? t(SAMPLE_NAMES[part]) : part))
  return (
    <footer className="mt-10 grid gap-2 text-sm text-muted">
      {parts.length > 0 ? (
        <p className="notice">
          <strong>{t('sampleParts', { parts: parts.join(', ') })}</strong>
        </p>
      ) : null}
      {product.source ? <p>{t('source', { source: product.source })}</p> : null}
    </footer>
  )
}
