import { redirect } from '@remix-run/node'
import type { ActorClient } from '#app/lib/actor-client.server.ts'
import { returnPath } from '#app/lib/return-path.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { NoticePage } from './types.ts'

type Actor = 'producer' | 'official'
type Path<A extends Actor> = `/${A}/${string}`

/** A page of notices. In: the client of who is signed in; `?truoc=` of the request is the id to come before. */
export async function readNotices<A extends Actor>(
  client: Pick<ActorClient<Path<A>>, 'ask'>,
  actor: A,
  request: Request,
): Promise<NoticePage & { paged: boolean }> {
  const before = new URL(request.url).searchParams.get('truoc') ?? ''
  const known = /^notc_\w{1,60}$/.test(before)
  const page = await pageData(client.ask<NoticePage>(`/${actor}/notices`, { search: known ? { before } : {} }))
  return { ...page, paged: known }
}

/** Answers the form that marks notices as read, up to `den`, and goes back to `ve` within `home`. */
export async function answerMarkRead<A extends Actor>(
  client: Pick<ActorClient<Path<A>>, 'ask'>,
  actor: A,
  request: Request,
  home: string,
): Promise<Response> {
  const form = await request.formData()
  const upTo = form.get('den')
  if (typeof upTo === 'string' && upTo !== '') {
    await pageData(client.ask(`/${actor}/notices/read`, { method: 'POST', body: { upTo } }))
  }
  const back = returnPath(form.get('ve'))
  return redirect(back === home || back.startsWith(`${home}/`) ? back : `${home}/tin`, 303)
}
