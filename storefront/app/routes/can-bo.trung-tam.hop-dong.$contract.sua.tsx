import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { ContractFields, contractDetails } from '#app/components/centre/contract-fields.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import { CONTRACTS_PAGE, contractPath } from '#app/lib/centre/contract-path.ts'
import type { ContractDesk, ContractList } from '#app/lib/centre/contract-types.ts'
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

/** The form of a draft, or of whom to ask of a contract in force; one that is over leads back to its page. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [{ contract }, { sellers }] = await pageData(
    Promise.all([
      official.ask<ContractDesk>(contractPath(args.params.contract)),
      official.ask<ContractList>('/official/centre/contracts'),
    ]),
  )
  const page = `${CONTRACTS_PAGE}/${contract.id}`
  if (contract.state !== 'draft' && contract.state !== 'active') throw redirect(page)
  const context = requestContext(args)
  return {
    head: deskHead(context, `${page}/sua`, serverT(context, supply)('change'), contract.retailerName),
    contract,
    sellers,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const { contract } = args.params
  const body = contractDetails(values)
  const work = official.ask(contractPath(contract), { method: 'POST', body, headers: inLanguage(locale) })
  const back = `${CONTRACTS_PAGE}/${encodeURIComponent(contract ?? '')}?xong=sua`
  return (await tryWrite(work, values)) ?? redirect(back, 303)
}

export default function ChangeContractRoute() {
  const t = useT(supply)
  const { contract, sellers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader
          title={t('change')}
          eyebrow={contract.retailerName}
          lead={contract.state === 'active' ? t('changeSigned') : null}
        />
      </div>
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      <form method="post" className="grid gap-5">
        <ContractFields contract={contract} sellers={sellers} values={refused?.values ?? {}} />
        <div className="flex flex-wrap gap-3">
          <Button large>{t('save')}</Button>
          <LinkButton look="quiet" large to={`${CONTRACTS_PAGE}/${contract.id}`} reloadDocument>
            {t('back')}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}
