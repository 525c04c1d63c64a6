import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, shopPath, textsOf, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import type { ShopDesk, StockTake } from '#app/lib/centre/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const { shop } = args.params
  const [desk, { takes }, me] = await pageData(
    Promise.all([
      official.ask<ShopDesk>(shopPath(shop)),
      official.ask<{ takes: StockTake[] }>(shopPath(shop, '/stock-takes')),
      official.desk(),
    ]),
  )
  const open = takes.find(({ state }) => state === 'counting' || state === 'counted')
  const sheet = open
    ? (await pageData(official.ask<{ take: StockTake }>(`/official/centre/stock-takes/${encodeURIComponent(open.id)}`)))
        .take
    : null
  const context = requestContext(args)
  return {
    head: deskHead(
      context,
      `/can-bo/trung-tam/${desk.shop.id}/kiem-ke`,
      serverT(context, centre)('count'),
      desk.shop.name,
    ),
    shop: desk.shop,
    sheet,
    manages: me.verbs.includes('centre:manage'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const take = `/official/centre/stock-takes/${encodeURIComponent(values.take ?? '')}` as const
  const post = (path: `/official/${string}`, body: Record<string, unknown>) =>
    official.ask(path, { method: 'POST', body, headers: inLanguage(locale) })
  const counts = Object.entries(values).flatMap(([name, text]) => {
    const [, variantId, lotNo = ''] = /^c (\S+) (.*)$/.exec(name) ?? []
    const counted = wholeNumber(text)
    return variantId && !Number.isNaN(counted) ? [{ variantId, lotNo, counted }] : []
  })
  const work =
    values.act === 'open'
      ? post(shopPath(args.params.shop, '/stock-takes'), { blind: values.blind === 'on' })
      : values.act === 'approve'
        ? post(`${take}/approve`, { reason: values.reason ?? '' })
        : values.act === 'drop'
          ? post(`${take}/drop`, {})
          : post(take, { counts, done: values.act === 'done' })
  const back = `/can-bo/trung-tam/${encodeURIComponent(args.params.shop ?? '')}/kiem-ke`
  return (await tryWrite(work, values)) ?? redirect(back, 303)
}

export default function StockTakeRoute() {
  const t = useT(centre)
  const { shop, sheet, manages } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const counting = sheet?.state === 'counting'
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu shop={shop} />
        <PageHeader title={t('count')} lead={shop.name} />
        {refused ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
      </div>
      {sheet === null ? (
        <form method="post" className="grid gap-4">
          <p>{t('noTake')}</p>
          <label className="inline-flex min-h-11 items-center gap-2">
            <input type="checkbox" name="blind" defaultChecked /> {t('blind')}
          </label>
          <Button name="act" value="open" large>
            {t('openCount')}
          </Button>
        </form>
      ) : (
        <form method="post" className="grid gap-4">
          <input type="hidden" name="take" value={sheet.id} />
          {counting ? null : <Notice>{t('waitApprove')}</Notice>}
          <ul className="work-list">
            {(sheet.lines ?? []).map((line) => (
              <li key={`${line.variantId} ${line.lotNo}`} className="work-line grid gap-1 sm:grid-cols-[1fr_12rem]">
                <div>
                  <p className="font-semibold">{line.title}</p>
                  <p className="text-sm text-muted">
                    {line.producerName} · {line.lotNo === '' ? t('noLot') : `${t('lot')} ${line.lotNo}`}
                    {line.expected === null ? '' : ` · ${t('expected')}: ${line.expected}`}
                  </p>
                </div>
                {counting ? (
                  <TextField
                    name={`c ${line.variantId} ${line.lotNo}`}
                    label={t('counted')}
                    inputMode="numeric"
                    defaultValue={refused?.values[`c ${line.variantId} ${line.lotNo}`] ?? line.counted ?? ''}
                  />
                ) : (
                  <p className="tabular">
                    {t('counted')}: {line.counted} ({t('difference')} {(line.counted ?? 0) - (line.expected ?? 0)})
                  </p>
                )}
              </li>
            ))}
          </ul>
          {counting ? (
            <div className="flex flex-wrap gap-3">
              <Button name="act" value="done" large>
                {t('handIn')}
              </Button>
              <Button name="act" value="keep" look="quiet" large>
                {t('keepCount')}
              </Button>
            </div>
          ) : null}
          {manages ? (
            <div className="grid gap-3">
              {counting ? null : (
                <>
                  <TextField name="reason" label={t('reason')} defaultValue={refused?.values.reason} maxLength={500} />
                  <Button name="act" value="approve" large>
                    {t('approve')}
                  </Button>
                </>
              )}
              <Button name="act" value="drop" look="warn">
                {t('drop')}
              </Button>
            </div>
          ) : null}
        </form>
      )}
    </div>
  )
}
