import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { memberPassword } from '#app/i18n/member-password.ts'
import { seller, sellerPeople } from '#app/i18n/seller.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { formatDay } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { MEMBER_ROLES, type OpenInvitation, type ProducerMember } from '#app/lib/seller/types.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/chu-the/thanh-vien'
const DONE = { vaitro: 'doneRole', thoi: 'doneRemoved', thuhoi: 'doneWithdrawn' } as const

/** The people of the producer; `?thoi=` asks once more before a member is removed, `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ member }, people] = await pageData(
    Promise.all([
      producer.desk(),
      producer.ask<{ members: ProducerMember[]; invitations: OpenInvitation[] }>('/producer/members'),
    ]),
  )
  const context = requestContext(args)
  const t = serverT(context, sellerPeople)
  const { searchParams } = new URL(args.request.url)
  const done = searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, PATH, t('title'), t('lead')),
    ...people,
    you: member.id,
    owner: member.role === 'owner',
    removing: people.members.find(({ id }) => id === searchParams.get('thoi')) ?? null,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

interface Answer {
  /** Address of a new invitation; it is in this answer alone. */
  link: string | null
  /** A link for a member's new password, with whom it is for; it is in this answer alone. */
  reset?: { name: string; link: string }
  values: Record<string, string>
  errors: Record<string, string>
}

/** Form member `viec`: `moi` invites, `vaitro` gives a role, `thoi` removes, `thuhoi` withdraws an invitation, `quenmatkhau` makes a link for a new password. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 300)
  const id = encodeURIComponent(read('id'))
  const post = (body: Record<string, unknown>) => ({
    method: 'POST' as const,
    body,
    headers: { 'accept-language': locale },
  })
  const done = (word: keyof typeof DONE) => redirect(`${PATH}?xong=${word}`, 303)
  try {
    switch (read('viec')) {
      case 'vaitro':
        await producer.ask(`/producer/members/${id}/role`, post({ role: read('role') }))
        return done('vaitro')
      case 'thoi':
        await producer.ask(`/producer/members/${id}/remove`, post({}))
        return done('thoi')
      case 'thuhoi':
        await producer.ask(`/producer/invitations/${id}/withdraw`, post({}))
        return done('thuhoi')
      case 'quenmatkhau': {
        const { path } = await producer.ask<{ path: string }>(`/producer/members/${id}/reset-link`, post({}))
        const reset = { name: read('name'), link: `${env().STOREFRONT_URL}${path}` }
        return data<Answer>({ link: null, reset, values: {}, errors: {} })
      }
      default: {
        const body = { name: read('name'), contact: read('contact'), role: read('role') }
        const made = await producer.ask<{ id: string; token: string }>('/producer/invitations', post(body))
        const link = `${env().STOREFRONT_URL}/loi-moi/${made.id}?${new URLSearchParams({ k: made.token })}`
        return data<Answer>({ link, values: {}, errors: {} })
      }
    }
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    const values = { name: read('name'), contact: read('contact'), role: read('role') }
    const field = error.field === 'name' || error.field === 'contact' ? error.field : 'form'
    return data<Answer>({ link: null, values, errors: { [field]: error.message } }, { status: error.status })
  }
}

export default function MembersRoute() {
  const t = useT(sellerPeople)
  const words = useT(seller)
  const tPassword = useT(memberPassword)
  const locale = useLocale()
  const { members, invitations, you, owner, removing, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = answer?.errors ?? {}
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-8">
        <ErrorSummary title={(count) => words('summaryTitle', { count })} errors={errors} />
        {done && !answer ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        {answer?.link ? (
          <Notice kind="success" live>
            <p>{t('inviteDone')}</p>
            <p className="font-semibold break-all select-all">{answer.link}</p>
          </Notice>
        ) : null}
        {answer?.reset ? (
          <Notice kind="success" live>
            <p>{tPassword('handedOut', { name: answer.reset.name })}</p>
            <p className="font-semibold break-all select-all">{answer.reset.link}</p>
          </Notice>
        ) : null}
        {removing ? (
          <form method="post" action={PATH} className="notice notice-warning grid gap-3">
            <p>{t('removeSure', { name: removing.name })}</p>
            <input type="hidden" name="id" value={removing.id} />
            <p className="flex flex-wrap gap-3">
              <Button look="warn" name="viec" value="thoi">
                {t('removeYes')}
              </Button>
              <LinkButton look="quiet" to={PATH}>
                {t('keep')}
              </LinkButton>
            </p>
          </form>
        ) : null}
        <ul className="grid gap-3">
          {members.map((member) => (
            <li key={member.id} className="card card-body grid gap-3">
              <div className="min-w-0">
                <strong className="block">
                  {member.name}
                  {member.id === you ? ` (${t('you')})` : ''}
                </strong>
                <span className="block break-all text-muted">{member.email}</span>
                <span className="block">{words(`role_${member.role}`)}</span>
              </div>
              <div className="flex flex-wrap items-end gap-3">
                {owner ? (
                  <form method="post" action={PATH} className="flex flex-wrap items-end gap-3">
                    <input type="hidden" name="id" value={member.id} />
                    <select
                      name="role"
                      className="input w-auto"
                      defaultValue={member.role}
                      aria-label={t('changeRole', { name: member.name })}
                    >
                      {MEMBER_ROLES.map((role) => (
                        <option key={role} value={role}>
                          {words(`role_${role}`)}
                        </option>
                      ))}
                    </select>
                    <Button look="quiet" name="viec" value="vaitro">
                      {t('saveRole')}
                    </Button>
                  </form>
                ) : null}
                {owner && member.role !== 'owner' ? (
                  <form method="post" action={PATH}>
                    <input type="hidden" name="id" value={member.id} />
                    <input type="hidden" name="name" value={member.name} />
                    <Button look="quiet" name="viec" value="quenmatkhau">
                      {tPassword('handOut')}
                      <span className="sr-only">: {member.name}</span>
                    </Button>
                  </form>
                ) : null}
                {owner || member.id === you ? (
                  <LinkButton look="quiet" to={`${PATH}?thoi=${encodeURIComponent(member.id)}`}>
                    {t(member.id === you ? 'leave' : 'remove')}
                    <span className="sr-only">: {member.name}</span>
                  </LinkButton>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
        {invitations.length > 0 ? (
          <section className="grid gap-3">
            <h2 className="text-xl">{t('invited')}</h2>
            <ul className="grid gap-3">
              {invitations.map(({ id, name, role, masked, expiresAt }) => (
                <li key={id} className="card card-body flex flex-wrap items-center justify-between gap-3">
                  <span className="min-w-0">
                    <strong className="block">{name}</strong>
                    <span className="block text-muted">
                      {masked} · {words(`role_${role}`)} ·{' '}
                      {t('invitedUntil', { day: formatDay(expiresAt.slice(0, 10), locale) })}
                    </span>
                  </span>
                  {owner ? (
                    <form method="post" action={PATH}>
                      <input type="hidden" name="id" value={id} />
                      <Button look="quiet" name="viec" value="thuhoi">
                        {t('withdraw')}
                      </Button>
                    </form>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {owner ? <InviteForm values={answer?.values ?? {}} errors={errors} /> : <Notice>{t('ownersOnly')}</Notice>}
        <section className="grid gap-3">
          <h2 className="text-xl">{t('rolesTitle')}</h2>
          <dl className="grid gap-2">
            {MEMBER_ROLES.map((role) => (
              <div key={role}>
                <dt className="font-semibold">{words(`role_${role}`)}</dt>
                <dd>{t(`may_${role}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  )
}

function InviteForm({ values, errors }: { values: Record<string, string>; errors: Record<string, string> }) {
  const t = useT(sellerPeople)
  const words = useT(seller)
  return (
    <form method="post" action={PATH} className="grid gap-4" noValidate>
      <h2 className="text-xl">{t('inviteTitle')}</h2>
      <TextField
        name="name"
        label={t('inviteName')}
        error={errors.name ?? null}
        defaultValue={values.name ?? ''}
        maxLength={100}
        autoComplete="off"
        required
      />
      <TextField
        name="contact"
        label={t('inviteContact')}
        error={errors.contact ?? null}
        defaultValue={values.contact ?? ''}
        maxLength={254}
        autoComplete="off"
        required
      />
      <SelectField name="role" label={t('inviteRole')} defaultValue={values.role ?? 'packer'}>
        {MEMBER_ROLES.map((role) => (
          <option key={role} value={role}>
            {words(`role_${role}`)}
          </option>
        ))}
      </SelectField>
      <Button className="justify-self-start" name="viec" value="moi">
        {t('invite')}
      </Button>
    </form>
  )
}
