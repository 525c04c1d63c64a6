import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import type { HeldPost } from '../officials/held-post'
import { namedPlaces } from '../officials/place-names'
import { rulesOn } from '../rules/rules-on'
import { authorityOf } from './authority-name'
import { decidingLevel } from './draft-input'

/** What the form of a new draft is filled with. */
export interface DraftChoices {
  level: 'province' | 'central'
  provinceCode: string | null
  /** Who decides, as decisions are headed. */
  authority: string
  legalBasis: string
  rubricVersion: string
  /** Classes that are decided at this level today. */
  stars: number[]
  grounds: { code: string; vi: string; en: string }[]
  transitionalDays: number
  /** Products of the place, by name. */
  products: { id: string; title: string; producer: string; provinceCode: string }[]
}

interface ProductRow {
  id: string
  title: string
  producer: { name: string; province_code: string } | null
}

/** The choices for one who drafts under a post today. */
export async function draftChoices(container: MedusaContainer, post: HeldPost, day: string): Promise<DraftChoices> {
  const level = decidingLevel(post)
  const rules = await rulesOn(container, day)
  const [place] = await namedPlaces(container, [{ provinceCode: post.provinceCode, communeCode: null }])
  const rows = await graph<ProductRow>(container, {
    entity: 'product',
    fields: ['id', 'title', 'producer.name', 'producer.province_code'],
  })
  const products = rows.flatMap(({ id, title, producer }) =>
    producer === null || (level === 'province' && producer.province_code !== post.provinceCode)
      ? []
      : [{ id, title, producer: producer.name, provinceCode: producer.province_code }],
  )
  return {
    level,
    provinceCode: post.provinceCode,
    authority: authorityOf(place?.provinceName ?? null),
    legalBasis: rules.sourceOf('authority').source,
    rubricVersion: rules.rubric.version,
    stars: rules.authority.stages.filter((stage) => stage.level === level).flatMap((stage) => [...stage.decides]),
    grounds: [...rules.revocation.grounds],
    transitionalDays: rules.windows.transitionalDays,
    products: products.sort((a, b) => a.title.localeCompare(b.title, 'vi')),
  }
}
