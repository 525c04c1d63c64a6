import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Amounts } from '#app/components/statements/amounts.tsx'
import { centreStatements } from '#app/i18n/centre-statements.ts'
import { statements } from '#app/i18n/statements.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import { formatMoney } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { CentreAccount } from '#app/lib/statements/centre-types.ts'
import type { ComingPayout, StatementSummary } from '#app/lib/statements/types.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/can-bo/trung-tam/doi-soat'

interface Answer {
  months: StatementSummary[]
  coming: ComingPayout
  account: CentreAccount | null
  banks: { bin: string; name: string }[]
}

/** What comes next for the centre, every month in which something moved, and where it is paid to. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const answer = await pageData(official.ask<Answer>('/official/centre/statements'))
  const context = requestContext(args)
  const t = serverT(context, centreStatements)
  const saved = new URL(args.request.url).searchParams.get('xong') === 'taikhoan'
  return { head: deskHead(context, PATH, t('title'), t('lead')), ...answer, saved }
}

/** Another account; neither number nor password is sent back. */
export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const { bankBin = '', holder = '', number = '', password = '' } = await textsOf(args.request)
  const refused = await tryWrite(
    official.ask('/official/centre/bank-account', {
      method: 'POST',
      body: { bankBin, holder, number, password },
      headers: { 'accept-language': locale },
    }),
    { bankBin, holder },
  )
  return refused ?? redirect(`${PATH}?xong=taikhoan`, 303)
}

export default function CentreStatementsRoute() {
  const t = useT(centreStatements)
  const words = useT(statements)
  const locale = useLocale()
  const { months, coming, account, banks, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <CentreMenu />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-8">
        {saved && !refused ? (
          <Notice kind="success" live>
            {t('saved')}
          </Notice>
        ) : null}
        <section className="grid gap-3" aria-label={t('balance')}>
          <Amounts
            rows={[
              { name: t('balance'), amount: coming.balance, strong: true },
              { name: words('payable'), amount: coming.payable },
              { name: words('waiting'), amount: Math.max(0, coming.balance - coming.payable) },
            ]}
          />
          {coming.balance < 0 ? <Notice kind="warning">{t('owes')}</Notice> : null}
          {coming.hold === null ? null : (
            <Notice kind="warning">{t(coming.hold === 'suspended' ? 'holdSuspended' : 'holdAccount')}</Notice>
          )}
          <p className="text-sm text-muted">
            {t('rule', { count: coming.holdDays, min: formatMoney(coming.minAmount, locale) })}
          </p>
        </section>
        {months.length === 0 ? (
          <EmptyState title={words('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <section className="grid gap-4" aria-labelledby="months">
            <h2 id="months">{words('months')}</h2>
            <ul className="grid gap-4">
              {months.map(({ month, sold, takenOff, paidOut }) => (
                <li key={month} className="grid gap-2 rounded border border-line p-4">
                  <a className="link inline-flex min-h-11 items-center font-semibold" href={`${PATH}/${month}`}>
                    {words('month', { month: Number(month.slice(5)), year: month.slice(0, 4) })}
                  </a>
                  <Amounts
                    rows={[
                      { name: t('earned'), amount: sold },
                      { name: words('takenOff'), amount: takenOff },
                      { name: words('paidOut'), amount: paidOut },
                    ]}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="grid gap-4" aria-labelledby="account">
          <h2 id="account">{t('accountTitle')}</h2>
          {account ? (
            <Notice kind={account.state === 'verified' ? 'success' : 'warning'}>
              <p className="font-semibold">
                {t('accountEnding', { bank: account.bankName, last: account.lastFour, holder: account.holder })}
              </p>
              <p>{t(account.state === 'verified' ? 'accountVerified' : 'accountUnverified')}</p>
            </Notice>
          ) : null}
          {refused ? (
            <div className="notice notice-warning" role="alert">
              {refused.sentence}
            </div>
          ) : null}
          <details open={account === null || refused !== undefined}>
            <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('change')}</summary>
            <form method="post" className="grid max-w-[28rem] gap-4 pt-2" noValidate>
              <p className="field-hint">{t('changeHint')}</p>
              <SelectField name="bankBin" label={t('bank')} defaultValue={refused?.values.bankBin ?? ''} required>
                <option value="">{t('choose')}</option>
                {banks.map(({ bin, name }) => (
                  <option key={bin} value={bin}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <TextField
                name="number"
                label={t('number')}
                inputMode="numeric"
                autoComplete="off"
                maxLength={40}
                required
              />
              <TextField
                name="holder"
                label={t('holder')}
                defaultValue={refused?.values.holder ?? ''}
                autoComplete="off"
                maxLength={100}
                required
              />
              <TextField
                name="password"
                type="password"
                label={t('password')}
                autoComplete="current-password"
                maxLength={128}
                required
              />
              <Button className="justify-self-start">{t('send')}</Button>
            </form>
          </details>
        </section>
      </div>
    </div>
  )
}
