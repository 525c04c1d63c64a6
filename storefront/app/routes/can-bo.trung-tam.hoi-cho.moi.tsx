import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { FairFields, fairDetails } from '#app/components/centre/fair-fields.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import type { CentreDesk } from '#app/lib/centre/types.ts'
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

/** The form of a new fair, in the centre's province unless another is chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const context = requestContext(args)
  const [{ centre }, provinces] = await pageData(
    Promise.all([official.ask<CentreDesk>('/official/centre'), listProvinces(context)]),
  )
  const t = serverT(context, fairs)
  return {
    head: deskHead(context, `${PATH}/moi`, t('make'), t('makeLead')),
    provinceCode: centre.provinceCode,
    provinces: provinces.map(({ code, name }) => ({ code, name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  let id = ''
  const work = official
    .ask<{ id: string }>('/official/centre/fairs', {
      method: 'POST',
      body: fairDetails(values),
      headers: inLanguage(locale),
    })
    .then((made) => {
      id = made.id
    })
  return (await tryWrite(work, values)) ?? redirect(`${PATH}/${id}?xong=lap`, 303)
}

export default function NewFairRoute() {
  const t = useT(fairs)
  const { provinceCode, provinces } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap grid max-w-[44rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('make')} lead={t('makeLead')} />
      </div>
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      <form method="post" className="grid gap-5">
        <FairFields fair={{ provinceCode }} provinces={provinces} values={refused?.values ?? {}} />
        <Button large className="justify-self-start">
          {t('make')}
        </Button>
      </form>
    </div>
  )
}
