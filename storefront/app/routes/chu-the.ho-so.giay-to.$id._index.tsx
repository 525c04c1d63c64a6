import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PaperFacts } from '#app/components/papers/paper-facts.tsx'
import { PaperUses } from '#app/components/papers/paper-uses.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { PAPERS_PATH, paperPath } from '#app/lib/dossier/paths.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import type { PaperPage } from '#app/lib/papers/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** What was just done, by `?xong=`. */
const DONE = { them: 'added', thay: 'replacedNow', rut: 'withdrawnNow', 'tro-lai': 'restoredNow' } as const

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [page, { member, products, sourceAreas }] = await pageData(
    Promise.all([producer.ask<PaperPage>(`/producer/papers/${idIn(args.params)}`), producer.desk()]),
  )
  const { paper } = page
  const context = requestContext(args)
  const t = serverT(context, papers)
  const done = new URL(args.request.url).searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, paperPath(paper.id), paper.title, t('lead')),
    ...page,
    about:
      products.find(({ id }) => id === paper.productRef)?.title ??
      sourceAreas.find(({ ref }) => ref === paper.sourceAreaRef)?.name ??
      null,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
    owner: member.role === 'owner',
  }
}

/** Withdraws the paper or puts it back: form member `viec`, `rut` or `tro-lai`. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const back = (await args.request.formData()).get('viec') === 'tro-lai'
  const path = `/producer/papers/${idIn(args.params)}/${back ? 'restore' : 'withdraw'}` as const
  try {
    await pageData(producer.ask(path, { method: 'POST', body: {}, headers: { 'accept-language': locale } }))
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return data({ error: error.message }, { status: error.status })
  }
  return redirect(`${paperPath(args.params.id ?? '')}?xong=${back ? 'tro-lai' : 'rut'}`, 303)
}

function idIn(params: LoaderFunctionArgs['params']): string {
  return encodeURIComponent(params.id ?? '')
}

export default function PaperRoute() {
  const t = useT(papers)
  const { paper, versions, uses, kinds, about, done, owner } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const newest = versions[0]?.id ?? paper.id
  return (
    <div className="wrap max-w-[48rem] pb-6">
      <BackLink to={PAPERS_PATH}>{t('title')}</BackLink>
      <PageHeader title={paper.title}>{paper.sample ? <SampleNote className="justify-self-start" /> : null}</PageHeader>
      <div className="grid gap-5">
        {failed ? (
          <div className="notice notice-warning" role="alert">
            {failed.error}
          </div>
        ) : null}
        {done && !failed ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        {newest === paper.id ? null : (
          <Notice>
            {t('notNewest')}{' '}
            <a className="link" href={paperPath(newest)}>
              {t('toNewest')}
            </a>
          </Notice>
        )}
        <PaperFacts paper={paper} kinds={kinds} about={about} />
        <p className="flex flex-wrap gap-3">
          <a className={buttonClass('primary', true)} href={paperPath(paper.id, 'tep')}>
            {t('open')}
          </a>
          {owner && paper.state === 'active' ? (
            <a className={buttonClass('quiet', true)} href={paperPath(paper.id, 'thay')}>
              {t('replace')}
            </a>
          ) : null}
        </p>
        {owner && paper.state === 'withdrawn' ? (
          <form method="post">
            <input type="hidden" name="viec" value="tro-lai" />
            <Button look="quiet">{t('undo')}</Button>
          </form>
        ) : null}
        <PaperUses uses={uses} versions={versions} current={paper.id} />
        {owner && paper.state === 'active' ? (
          <details className="fold">
            <summary>{t('withdraw')}</summary>
            <form method="post" className="grid justify-items-start gap-3 pt-2">
              <p className="text-muted">{t('withdrawText')}</p>
              <input type="hidden" name="viec" value="rut" />
              <Button look="warn">{t('withdraw')}</Button>
            </form>
          </details>
        ) : null}
      </div>
    </div>
  )
}
