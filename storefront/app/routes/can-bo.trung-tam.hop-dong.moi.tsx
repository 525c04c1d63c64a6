import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { ContractFields, contractDetails } from '#app/components/centre/contract-fields.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import { CONTRACTS_PAGE } from '#app/lib/centre/contract-path.ts'
import type { ContractList } from '#app/lib/centre/contract-types.ts'
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
  const { sellers } = await pageData(official.ask<ContractList>('/official/centre/contracts'))
  const context = requestContext(args)
  const t = serverT(context, supply)
  return { head: deskHead(context, `${CONTRACTS_PAGE}/moi`, t('make'), t('makeLead')), sellers }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  let id = ''
  const work = official
    .ask<{ id: string }>('/official/centre/contracts', {
      method: 'POST',
      body: contractDetails(values),
      headers: inLanguage(locale),
    })
    .then((made) => {
      id = made.id
    })
  return (await tryWrite(work, values)) ?? redirect(`${CONTRACTS_PAGE}/${id}?xong=lap`, 303)
}

export default function NewContractRoute() {
  const t = useT(supply)
  const { sellers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('make')} lead={t('makeLead')} />
        <Notice>{t('money')}</Notice>
      </div>
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      <form method="post" className="grid gap-5">
        <ContractFields contract={null} sellers={sellers} values={refused?.values ?? {}} />
        <Button large className="justify-self-start">
          {t('saveDraft')}
        </Button>
      </form>
    </div>
  )
}
