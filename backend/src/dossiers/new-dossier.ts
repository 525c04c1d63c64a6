import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import type { NewDossier } from '../modules/dossier/service'
import type { NewDossierBody } from './bodies'
import { variantsOf } from './completeness'
import { readForm } from './dossier-form'
import type { DossierRules } from './dossier-rules'

interface ProducerRow {
  name: string
  phone: string | null
  address: string | null
  province_code: string
  commune_code: string | null
  products: { id: string; title: string }[] | null
}

/**
 * The first row of a dossier of the tenant, with what is on record already filled in. In: the rules in force.
 * Throws ApiError 422 for a set or list of options there is not, 409 `dossier_commune_missing` without a commune to file at.
 */
export async function newDossierRow(
  container: MedusaContainer,
  tenant: Tenant,
  { productId, kind, setNo, variant }: NewDossierBody,
  { rubric }: DossierRules,
): Promise<NewDossier> {
  const set = rubric.sets.find(({ no }) => no === setNo)
  if (!set || set.parts.length === 0) throw new ApiError(422, 'dossier_set_unknown', { field: 'setNo' })
  if (variant !== null && !variantsOf(set).includes(variant)) {
    throw new ApiError(422, 'dossier_set_unknown', { field: 'variant' })
  }
  const [producer] = await graph<ProducerRow>(container, {
    entity: 'producer',
    fields: ['name', 'phone', 'address', 'province_code', 'commune_code', 'products.id', 'products.title'],
    filters: { id: tenant.producerId },
  })
  const product = producer?.products?.find(({ id }) => id === productId)
  if (!producer || !product) throw new ApiError(422, 'product_not_yours', { field: 'productId' })
  if (producer.commune_code === null) throw new ApiError(409, 'dossier_commune_missing')
  return {
    producer_id: tenant.producerId,
    product_id: productId,
    product_name: product.title,
    kind,
    rubric_version: rubric.version,
    set_no: set.no,
    variant,
    province_code: producer.province_code,
    commune_code: producer.commune_code,
    form: readForm({ phone: producer.phone ?? '', address: producer.address ?? '' }),
    sample: tenant.sample,
  }
}
