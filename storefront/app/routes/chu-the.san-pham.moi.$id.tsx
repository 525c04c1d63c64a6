import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { DraftForm } from '#app/components/seller/draft-form.tsx'
import { listings } from '#app/i18n/listings.ts'
import type { Translate } from '#app/i18n/messages.ts'
import { proposals as words } from '#app/i18n/proposals.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { draftOf, type Proposal } from '#app/lib/seller/proposals.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const DONE = { luu: 'saved', gui: 'sent', rut: 'withdrawn' } as const
const LIST = '/chu-the/san-pham'
/** Rows to write into that are no pack size yet. */
const MOST_PACKS = 20

/** A new listing, or more pack sizes of one; `?xong=` says what was just done, `?thieu=1` marks what it lacks, `?dong=1` shows a row more. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const id = encodeURIComponent(args.params.id ?? '')
  const [{ proposal }, { stock }] = await pageData(
    Promise.all([
      producer.ask<{ proposal: Proposal }>(`/producer/listing-proposals/${id}`),
      producer.ask<{ stock: { variantId: string; product: string; variant: string }[] }>('/producer/stock'),
    ]),
  )
  const context = requestContext(args)
  const t = serverT(context, words)
  const { searchParams } = new URL(args.request.url)
  const done = searchParams.get('xong') ?? ''
  const [title, lead] = proposal.forProduct
    ? [t('packsTitle', { product: proposal.forProduct.title }), t('packsLead')]
    : [proposal.draft.title || t('title'), t('lead')]
  return {
    head: deskHead(context, `${LIST}/moi/${id}`, title, lead),
    ...{ proposal, title, lead },
    choices: stock.map(({ variantId, product, variant }) => ({ variantId, name: `${product} (${variant})` })),
    marked: searchParams.get('thieu') === '1' || proposal.state === 'returned',
    extraRow: searchParams.get('dong') === '1' || proposal.draft.packs.length === 0,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/**
 * Form member `viec`: `luu` saves, `them` saves and shows a row more, `gui` saves and hands in, `rut` takes back, `bo` gives up. What was
 * written is saved before anything else, so that nothing is lost when handing in is refused.
 */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const form = await args.request.formData()
  const deed = String(form.get('viec') ?? '')
  const page = new URL(args.request.url).pathname
  const path = `/producer/listing-proposals/${encodeURIComponent(args.params.id ?? '')}` as const
  const post = (below: '' | '/submit' | '/withdraw' | '/discard', body: Record<string, unknown> = {}) =>
    refusalOf(
      producer.ask(`${path}${below}`, { method: 'POST', body, headers: inLanguage(context.locale) }),
      deed,
      Object.fromEntries([...form].map(([name, value]) => [name, String(value)])),
    )
  if (deed === 'rut' || deed === 'bo') {
    const refused = await post(deed === 'rut' ? '/withdraw' : '/discard')
    if (refused) return data({ ...refused, wrong: [] }, { status: refused.status })
    return redirect(deed === 'rut' ? `${page}?xong=rut` : `${LIST}?xong=bo`, 303)
  }
  const { draft, wrong } = draftOf(form)
  if (wrong.length > 0) {
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    return data({ form: deed, values, errors: {}, sentence: null, status: 422, wrong }, { status: 422 })
  }
  const unsaved = await post('', { version: Number(form.get('version')), draft })
  if (unsaved) return data({ ...unsaved, wrong: [] }, { status: unsaved.status })
  if (deed === 'gui') {
    const refused = await post('/submit')
    if (!refused) return redirect(`${page}?xong=gui`, 303)
    // What is missing is marked on the page; anything else has a sentence of its own. Either way everything is saved.
    const { proposal } = await producer.ask<{ proposal: Proposal }>(path)
    if (proposal.gaps.length > 0) return redirect(`${page}?thieu=1`, 303)
    return data({ ...refused, values: null, wrong: [] }, { status: refused.status })
  }
  return redirect(`${page}?xong=luu${deed === 'them' ? '&dong=1' : ''}`, 303)
}

/** A field as the form calls it: `packs.0.price` is the price of the first pack size. */
function gapName(gap: string, t: Translate<typeof words>): string {
  const [, row, inPack] = /^packs\.(\d+)\.(title|price|weightGrams|stock|sku|parts|preorder)$/.exec(gap) ?? []
  if (row !== undefined && inPack !== undefined) {
    const names = { title: 'packTitle', parts: 'giftSet' } as const
    const key = Object.hasOwn(names, inPack) ? names[inPack as keyof typeof names] : (inPack as 'price')
    return `${t('pack', { no: Number(row) + 1 })}, ${t(key)}`
  }
  return gap === 'title' ? t('name') : t(gap as 'description')
}

export default function ProposalRoute() {
  const t = useT(words)
  const tList = useT(listings)
  const { proposal, title, lead, choices, marked, extraRow, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { state, draft } = proposal
  const editable = state === 'draft' || state === 'returned'
  const gaps = marked && editable ? proposal.gaps : []
  const errors = refused
    ? Object.fromEntries(refused.wrong.map((field) => [field, t('notNumber')]))
    : Object.fromEntries(gaps.map((gap) => [gap, t('missing', { field: gapName(gap, t) })]))
  const rows = Math.min(MOST_PACKS, draft.packs.length + (extraRow && editable ? 1 : 0))
  return (
    <div className="wrap grid max-w-[48rem] gap-6 pb-14">
      <div>
        <BackLink to={LIST}>{tList('back')}</BackLink>
        <PageHeader title={title} eyebrow={t(`state_${state}`)} lead={lead} />
      </div>
      <ErrorSummary title={(count) => t('gapsTitle', { count })} errors={errors} />
      {refused?.sentence ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      {done && !refused ? (
        <Notice kind="success" live>
          {t(done)}
        </Notice>
      ) : null}
      {state === 'returned' && proposal.reason ? (
        <Notice kind="warning">{t('reason', { reason: proposal.reason })}</Notice>
      ) : null}
      {editable ? null : <Notice>{t('waiting')}</Notice>}
      <DraftForm
        key={proposal.version}
        {...{ proposal, rows, choices, editable, errors, values: refused?.values ?? null }}
      />
      {state === 'submitted' ? (
        <form method="post">
          <Button look="quiet" name="viec" value="rut">
            {t('withdraw')}
          </Button>
        </form>
      ) : null}
      {editable ? (
        <form method="post">
          <Button look="quiet" name="viec" value="bo">
            {t('discard')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
