import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Choice, Choices } from '#app/components/labels/choice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { dossierHead, dossierRefusal, inLanguage } from '#app/lib/dossier/dossier-page.server.ts'
import { DOSSIERS_PATH, dossierPath } from '#app/lib/dossier/paths.ts'
import type { DossierAnswer, ProducerDossiers } from '#app/lib/dossier/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const KINDS = ['first', 'upgrade', 'renewal'] as const

/** `?san-pham=` chooses a product, for links from elsewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const answer = await pageData(producer.ask<ProducerDossiers>('/producer/dossiers'))
  const asked = new URL(args.request.url).searchParams.get('san-pham')
  const free = answer.products.filter(({ openDossierId }) => openDossierId === null)
  const chosen = free.find(({ id }) => id === asked) ?? (free.length === 1 ? free[0] : undefined)
  return {
    head: dossierHead(args, (t) => t('newDossier')),
    ...{ free, chosen: chosen ?? null, hasProducts: answer.products.length > 0 },
    ...{ sets: answer.sets, communeName: answer.communeName },
  }
}

export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const typed = Object.fromEntries(['productId', 'kind', 'setNo'].map((name) => [name, String(form.get(name) ?? '')]))
  // A set with two lists of options stands once for each: `26:community`.
  const [setNo = '', variant] = (typed.setNo ?? '').split(':')
  try {
    const { dossier } = await producer.ask<DossierAnswer>('/producer/dossiers', {
      method: 'POST',
      body: { productId: typed.productId, kind: typed.kind, setNo: Number(setNo), variant: variant ?? null },
      headers: inLanguage(locale),
    })
    return redirect(dossierPath(dossier.id), 303)
  } catch (error) {
    const open = error instanceof ShopError && error.code === 'dossier_open' ? openDossier(error.body) : null
    if (open !== null) return redirect(dossierPath(open), 303)
    const { sentence, status } = dossierRefusal(error, locale)
    return data({ typed, sentence }, { status })
  }
}

function openDossier(body: unknown): string | null {
  const id = typeof body === 'object' && body !== null && 'dossierId' in body ? body.dossierId : null
  return typeof id === 'string' ? id : null
}

export default function NewDossierRoute() {
  const t = useT(dossierDesk)
  const word = useT(words)
  const locale = useLocale()
  const { free, chosen, hasProducts, sets, communeName } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const typed = failed?.typed ?? {}
  const kind = typed.kind || chosen?.proposedKind || 'first'
  const groups = [...new Set(sets.map((set) => set.group ?? ''))]
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <BackLink to={DOSSIERS_PATH}>{t('backToList')}</BackLink>
      <PageHeader title={t('newDossier')} lead={t('newLead')} />
      {free.length === 0 || communeName === null ? (
        <EmptyState title={t('notNow')}>
          <p>{communeName === null ? t('noCommune') : hasProducts ? t('allBusy') : t('noProducts')}</p>
        </EmptyState>
      ) : (
        <form method="post" className="grid gap-6" noValidate>
          <ErrorSummary title={() => t('errorSummary')} errors={failed ? { form: failed.sentence } : {}} />
          <SelectField
            name="productId"
            label={t('product')}
            defaultValue={typed.productId || chosen?.id || ''}
            required
          >
            <option value="">{t('chooseProduct')}</option>
            {free.map(({ id, title, standing }) => (
              <option key={id} value={id}>
                {standing === null
                  ? title
                  : t('productNow', { title, stars: standing.stars, day: formatDay(standing.validTo, locale) })}
              </option>
            ))}
          </SelectField>
          <Choices legend={t('kind')}>
            {KINDS.map((each) => (
              <Choice
                key={each}
                type="radio"
                name="kind"
                value={each}
                checked={kind === each}
                hint={[t(`kindHint_${each}`), chosen?.proposedKind === each ? t('proposed') : '']
                  .filter(Boolean)
                  .join(' ')}
              >
                {word(`kind_${each}`)}
              </Choice>
            ))}
          </Choices>
          <SelectField name="setNo" label={t('set')} hint={t('setHint')} defaultValue={typed.setNo ?? ''} required>
            <option value="">{t('chooseSet')}</option>
            {groups.map((group) => (
              <optgroup key={group} label={group}>
                {sets
                  .filter((set) => (set.group ?? '') === group)
                  .flatMap(({ no, name, variants }) =>
                    variants.length === 0
                      ? [
                          <option key={no} value={no}>
                            {word('set', { no, name })}
                          </option>,
                        ]
                      : variants.map((variant) => (
                          <option key={`${no}:${variant}`} value={`${no}:${variant}`}>
                            {word('set', { no, name })} · {variantWord(variant, word)}
                          </option>
                        )),
                  )}
              </optgroup>
            ))}
          </SelectField>
          <p className="text-muted">{t('submitsTo', { commune: communeName })}</p>
          <div>
            <Button large>{t('begin')}</Button>
          </div>
        </form>
      )}
    </div>
  )
}

function variantWord(variant: string, word: ReturnType<typeof useT<typeof words>>): string {
  const key = `variant_${variant}`
  return Object.hasOwn(words, key) ? word(key as 'variant_community') : variant
}
