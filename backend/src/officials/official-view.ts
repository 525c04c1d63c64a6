import type { MedusaContainer } from '@medusajs/framework/types'
import { OFFICIAL_MODULE } from '../modules/official'
import type { OfficialDTO, OfficialModuleService } from '../modules/official/service'
import { type HeldPost, toHeldPost } from './held-post'
import { namedPlaces, type PlaceNames } from './place-names'

/** A post with the names of its place. */
export type PostView = HeldPost & PlaceNames

/** An official with all posts, past and coming ones too, as the operator sees them. */
export interface OfficialView {
  id: string
  name: string
  email: string
  phone: string | null
  status: 'active' | 'suspended'
  sample: boolean
  posts: PostView[]
}

/** Officials with their posts, newest first. In: rows of the module. */
export async function officialViews(container: MedusaContainer, rows: readonly OfficialDTO[]): Promise<OfficialView[]> {
  if (rows.length === 0) return []
  const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
  const posts = await officials.listOfficialPosts(
    { official_id: rows.map(({ id }) => id) },
    { take: null, order: { first_day: 'DESC', id: 'DESC' } },
  )
  const named = await namedPlaces(container, posts.map(toHeldPost))
  const owner = new Map(posts.map(({ id, official_id }) => [id, official_id]))
  return rows.map(({ id, name, email, phone, status, sample }) => ({
    id,
    name,
    email,
    phone,
    status,
    sample,
    posts: named.filter((post) => owner.get(post.id) === id),
  }))
}

/** One official. Throws NOT_FOUND. */
export async function retrieveOfficialView(container: MedusaContainer, id: string): Promise<OfficialView> {
  const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
  const [view] = await officialViews(container, [await officials.retrieveOfficial(id)])
  return view as OfficialView
}
