import type { MedusaContainer } from '@medusajs/framework/types'
import { FARM_STEPS } from '@sao-lang/traceability/events/epcis/farm-steps'
import { type LabelPermission, labelPermission } from '@sao-lang/traceability/labels/label-permission'
import { type Place, vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import type { Badge } from '../search/catalogue-types'
import { badgeOn } from '../search/stars'
import { type MemberView, toMemberView } from './member-view'
import { PRODUCER_FIELDS, type ProducerRow, toProducerCard } from './producer-card'

/** What a producer's people need to write their journal; without what the traceability service keeps. */
export interface ProducerDesk {
  member: MemberView
  /** Everybody who may have written an entry, for the names beside entries. */
  people: { id: string; name: string }[]
  producer: { handle: string; name: string; legalForm: string; place: Place; phone: string | null }
  products: {
    id: string
    handle: string
    title: string
    netContent: string | null
    onSale: boolean
    badge: Badge
    /** Whether new labels may be ordered for it today. */
    labels: LabelPermission
  }[]
  /** Words of the journal with their names in both languages; `makes` tells those that make a lot of others. */
  steps: { word: string; label: { vi: string; en: string }; makes: boolean }[]
}

interface DeskRow extends Omit<ProducerRow, 'products'> {
  products: DeskProduct[] | null
}
interface DeskProduct {
  id: string
  handle: string
  title: string
  status: string
  listing_detail: { net_content: string | null } | null
  recognitions: RecognitionGraphRow[] | null
}

const FIELDS = [
  ...PRODUCER_FIELDS,
  'products.handle',
  'products.title',
  'products.listing_detail.net_content',
  ...RECOGNITION_FIELDS.map((field) => `products.${field}`),
]

/** Reads the desk of the tenant; badges are of today at +07. */
export async function producerDesk(container: MedusaContainer, tenant: Tenant, now: Date): Promise<ProducerDesk> {
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const [row] = await graph<DeskRow>(container, {
    entity: 'producer',
    fields: FIELDS,
    filters: { id: tenant.producerId },
  })
  const people = await producers.listProducerMembers({ producer_id: tenant.producerId }, { take: 500 })
  const member = people.find((each) => each.id === tenant.memberId)
  if (!row || !member) throw new ApiError(404, 'not_found')
  const { handle, name, legalForm, place } = toProducerCard({ ...row, products: [] })
  const day = vietnamDay(now)
  return {
    member: toMemberView(member),
    people: people.map((each) => ({ id: each.id, name: each.name })),
    producer: { handle, name, legalForm, place, phone: row.phone },
    products: (row.products ?? [])
      .map((product) => ({
        id: product.id,
        handle: product.handle,
        title: product.title,
        netContent: product.listing_detail?.net_content ?? null,
        onSale: product.status === 'published',
        ...ofRecognitions(product.recognitions, day),
      }))
      .sort((a, b) => a.title.localeCompare(b.title, 'vi')),
    steps: FARM_STEPS.map(({ word, label, eventType }) => ({
      word,
      label,
      makes: eventType === 'TransformationEvent',
    })),
  }
}

function ofRecognitions(
  rows: RecognitionGraphRow[] | null,
  day: string,
): Pick<ProducerDesk['products'][number], 'badge' | 'labels'> {
  const recognitions = toRecognitions(rows)
  return { badge: badgeOn(recognitions, day), labels: labelPermission(recognitions, day) }
}
