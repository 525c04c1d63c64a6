import type { MedusaContainer } from '@medusajs/framework/types'
import { type OfficialRole, type PostLevel, ROLE_LEVELS } from '../src/modules/official/roles'
import type { NewPost } from '../src/officials/check-posts'
import { createOfficialWorkflow } from '../src/workflows/official/workflows/create-official'

/** A post at a place of the sample shop: Hồng Thái in Tuyên Quang unless told otherwise. */
export function samplePost(role: OfficialRole, change: Partial<NewPost> = {}): NewPost {
  const level: PostLevel = change.level ?? ROLE_LEVELS[role][0]
  return {
    role,
    level,
    provinceCode: level === 'ministry' ? null : '08',
    communeCode: level === 'commune' ? '00691' : null,
    unitName: 'Cơ quan thử',
    from: '2026-01-01',
    to: null,
    ...change,
  }
}

/** Makes an official with these posts; the address tells whom. Out: the id. */
export async function makeOfficial(
  container: MedusaContainer,
  email: string,
  password: string,
  posts: NewPost[],
): Promise<string> {
  const { result } = await createOfficialWorkflow(container).run({
    input: {
      name: `Cán bộ ${email.split('@')[0]}`,
      email,
      password,
      posts,
      by: { type: 'system', id: 'test', name: 'Bộ kiểm thử', post: null },
    },
  })
  return result
}
