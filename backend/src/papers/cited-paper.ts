import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { PaperDTO } from '../modules/evidence/service'
import type { HeldPost } from '../officials/held-post'
import { covers, type OfficialScope, type Place, permittedPost, postsWith } from '../officials/official-scope'
import type { OfficialVerb } from '../officials/official-verbs'
import { filedDossiersCiting } from './paper-uses'

/** Under which post of theirs, and where, an official may do something with a paper or a person. */
export interface Permission {
  post: HeldPost
  place: Place
}

/**
 * How an official may do something with a paper: a dossier that cites it has left its producer's hands, and a post of theirs may do
 * this where that dossier belongs. Null for every paper they have nothing to do with.
 */
export async function mayReadPaper(
  container: MedusaContainer,
  official: Pick<OfficialScope, 'posts'>,
  paperId: string,
  verb: OfficialVerb = 'dossier:read',
): Promise<Permission | null> {
  return permissionAt(official, verb, await filedDossiersCiting(container, paperId))
}

/** A paper for an official. Throws ApiError 403 when no post of theirs may do this anywhere, and 404 as `mayReadPaper` is null. */
export async function citedPaper(
  container: MedusaContainer,
  official: Pick<OfficialScope, 'posts'>,
  paperId: string,
  verb: OfficialVerb,
): Promise<Permission & { paper: PaperDTO }> {
  permittedPost(official, verb)
  const permission = await mayReadPaper(container, official, paperId, verb)
  const [paper] = await graph<PaperDTO>(container, { entity: 'paper', fields: ['*'], filters: { id: paperId } })
  if (!permission || !paper) throw new ApiError(404, 'not_found')
  return { paper, ...permission }
}

/** The first of the places in which a post may do this. */
export function permissionAt(
  official: Pick<OfficialScope, 'posts'>,
  verb: OfficialVerb,
  places: readonly Place[],
): Permission | null {
  const posts = postsWith(official, verb)
  for (const place of places) {
    const post = posts.find((each) => covers(each, place))
    if (post) return { post, place }
  }
  return null
}
