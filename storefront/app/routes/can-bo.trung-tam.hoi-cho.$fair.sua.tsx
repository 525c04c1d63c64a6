import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { FairFields, fairDetails } from '#app/components/centre/fair-fields.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import type { FairDesk } from '#app/lib/centre/fair-types.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
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

const PATH = '/can-bo/trung-tam/hoi-cho'
const pathOf = (id: string | undefined) => `/official/centre/fairs/${encodeURIComponent(id ?? '')}` as const

/** The form of a fair that is planned or open; one that is over leads back to its page. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const context = requestContext(args)
  const [{ fair }, provinces] = await pageData(
    Promise.all([official.ask<FairDesk>(pathOf(args.params.fair)), listProvinces(context)]),
  )
  if (fair.state !== 'planned' && fair.state !== 'open') throw redirect(`${PATH}/${fair.id}`)
  return {
    head: deskHead(context, `${PATH}/${fair.id}/sua`, serverT(context, fairs)('change'), fair.name),
    fair,
    provinces: provinces.map(({ code, name }) => ({ code, name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const path = pathOf(args.params.fair)
  const work = official.ask(path, { method: 'POST', body: fairDetails(values), headers: inLanguage(locale) })
  const back = `${PATH}/${encodeURIComponent(args.params.fair ?? '')}?xong=sua`
  return (await tryWrite(work, values)) ?? redirect(back, 303)
}

export default function ChangeFairRoute() {
  const t = useT(fairs)
  const { fair, provinces } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('change')} eyebrow={fair.name} lead={t('changeLead')} />
      </div>
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      <form method="post" className="grid gap-5">
        <FairFields fair={fair} provinces={provinces} values={refused?.values ?? {}} />
        <div className="flex flex-wrap gap-3">
          <Button large>{t('save')}</Button>
          <LinkButton look="quiet" large to={`${PATH}/${fair.id}`} reloadDocument>
            {t('back')}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}
