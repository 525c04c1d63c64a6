import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { seller, sellerPeople } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { BankAccount } from '#app/lib/seller/types.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/chu-the/tai-khoan'
const LEAST = 12

interface AccountAnswer {
  account: BankAccount | null
  banks: { bin: string; name: string }[]
}

/** Where the producer is paid, for those who may see it, and one's own password. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { member } = await pageData(producer.desk())
  const reads = member.role !== 'packer'
  const answer = reads ? await pageData(producer.ask<AccountAnswer>('/producer/bank-account')) : null
  const context = requestContext(args)
  const t = serverT(context, sellerPeople)
  const done = new URL(args.request.url).searchParams.get('xong')
  return {
    head: deskHead(context, PATH, t('accountTitle'), t('accountLead')),
    account: answer?.account ?? null,
    banks: answer?.banks ?? [],
    reads,
    owner: member.role === 'owner',
    done: done === 'taikhoan' ? ('doneAccount' as const) : done === 'matkhau' ? ('donePassword' as const) : null,
  }
}

/** Form member `viec`: `taikhoan` changes the account, `matkhau` the password. Neither number nor password is sent back. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const words = serverT(context, seller)
  const form = await args.request.formData()
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 200)
  const values = { bankBin: read('bankBin'), holder: read('holder') }
  const failure = (errors: Record<string, string>, status: number) => data({ values, errors }, { status })
  const post = (body: Record<string, unknown>) => ({
    method: 'POST' as const,
    body,
    headers: { 'accept-language': context.locale },
  })
  const changing = read('viec') === 'matkhau'
  if (changing && read('next').length < LEAST) return failure({ next: words('passwordShort') }, 400)
  try {
    if (changing) {
      await producer.ask('/producer/password', post({ current: read('current'), password: read('next') }))
    } else {
      const account = { ...values, number: read('number'), password: read('password') }
      await producer.ask('/producer/bank-account', post(account))
    }
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    const field = changing && error.field === 'password' ? 'current' : (error.field ?? 'form')
    return failure({ [field]: error.message }, error.status)
  }
  return redirect(`${PATH}?xong=${changing ? 'matkhau' : 'taikhoan'}`, 303)
}

export default function AccountRoute() {
  const t = useT(sellerPeople)
  const words = useT(seller)
  const { account, banks, reads, owner, done } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const errors = failed?.errors ?? {}
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <PageHeader title={t('accountTitle')} lead={t('accountLead')} />
      <div className="grid gap-8">
        <ErrorSummary title={(count) => words('summaryTitle', { count })} errors={errors} />
        {done && !failed ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        {reads ? <Standing account={account} /> : <Notice>{t('noRight')}</Notice>}
        {owner ? (
          <form method="post" className="grid gap-4" noValidate>
            <h2 className="text-xl">{t('changeTitle')}</h2>
            <p className="field-hint">{t('changeHint')}</p>
            <SelectField
              name="bankBin"
              label={words('bankBin')}
              error={errors.bankBin ?? null}
              defaultValue={failed?.values.bankBin ?? ''}
            >
              <option value="">{words('choose')}</option>
              {banks.map(({ bin, name }) => (
                <option key={bin} value={bin}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField
              name="number"
              label={words('bankNumber')}
              hint={words('bankNumberHint')}
              error={errors.number ?? null}
              inputMode="numeric"
              autoComplete="off"
              maxLength={40}
            />
            <TextField
              name="holder"
              label={words('bankHolder')}
              error={errors.holder ?? null}
              defaultValue={failed?.values.holder ?? ''}
              autoComplete="off"
              maxLength={100}
            />
            <TextField
              name="password"
              type="password"
              label={t('yourPassword')}
              hint={t('yourPasswordHint')}
              error={errors.password ?? null}
              autoComplete="current-password"
              maxLength={128}
            />
            <Button className="justify-self-start" name="viec" value="taikhoan">
              {t('change')}
            </Button>
          </form>
        ) : reads ? (
          <Notice>{t('changeOwners')}</Notice>
        ) : null}
        <form method="post" className="grid gap-4" noValidate>
          <h2 className="text-xl">{t('passwordTitle')}</h2>
          <TextField
            name="current"
            type="password"
            label={t('passwordCurrent')}
            error={errors.current ?? null}
            autoComplete="current-password"
            maxLength={128}
          />
          <TextField
            name="next"
            type="password"
            label={t('passwordNew')}
            hint={words('passwordHint')}
            error={errors.next ?? null}
            autoComplete="new-password"
            minLength={LEAST}
            maxLength={128}
          />
          <Button look="quiet" className="justify-self-start" name="viec" value="matkhau">
            {t('passwordChange')}
          </Button>
        </form>
      </div>
    </div>
  )
}

function Standing({ account }: { account: BankAccount | null }) {
  const t = useT(sellerPeople)
  if (account === null) return <Notice kind="warning">{t('accountNone')}</Notice>
  const { bankName, lastFour, holder, hold } = account
  return (
    <Notice kind={hold === null ? 'success' : 'warning'}>
      <p className="font-semibold">{t('accountEnding', { bank: bankName, last: lastFour, holder })}</p>
      <p>{t(hold === null ? 'accountVerified' : hold === 'suspended' ? 'accountSuspended' : 'accountUnverified')}</p>
    </Notice>
  )
}
