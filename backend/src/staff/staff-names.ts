import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'

/**
 * What to call users of the dashboard, by id: their name as the dashboard writes it, else their e-mail. Ids that are no
 * user's are left out.
 */
export async function staffNames(
  container: MedusaContainer,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const users = await container.resolve(Modules.USER).listUsers({ id: wanted }, { take: wanted.length })
  return new Map(
    users.map(({ id, first_name, last_name, email }) => [
      id,
      [first_name, last_name].filter(Boolean).join(' ') || email,
    ]),
  )
}
