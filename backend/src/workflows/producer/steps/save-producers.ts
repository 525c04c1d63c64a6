import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { PRODUCER_MODULE } from '../../../modules/producer'
import type { ProducerModuleService, ProducerRow } from '../../../modules/producer/service'

/**
 * Saves producers by handle; the undo restores the replaced ones and removes the new ones.
 * Throws INVALID_DATA when a province or commune is unknown or a commune is not in the province.
 */
export const saveProducersStep = createStep(
  'save-producers',
  async (rows: ProducerRow[], { container }) => {
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    await requirePlaces(rows, container.resolve(PLACE_MODULE))
    const before = await producers.listProducers({ handle: rows.map((row) => row.handle) }, { take: rows.length })
    const saved = await producers.saveProducers(rows)
    const known = new Set(before.map((producer) => producer.id))
    return new StepResponse(
      saved.map(({ id, handle }) => ({ id, handle })),
      { before, createdIds: saved.map((producer) => producer.id).filter((id) => !known.has(id)) },
    )
  },
  async (undo, { container }) => {
    if (!undo) return
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    await producers.deleteProducers(undo.createdIds)
    await producers.saveProducers(undo.before)
  },
)

async function requirePlaces(rows: ProducerRow[], places: PlaceModuleService): Promise<void> {
  const provinces = await places.listProvinces({ code: rows.map((row) => row.province_code) }, { take: null })
  const codes = rows.flatMap((row) => row.commune_code ?? [])
  const communes = await places.listCommunes({ code: codes }, { take: null })
  const provinceOf = new Map(communes.map((commune) => [commune.code, commune.province_code]))
  const known = new Set(provinces.map((province) => province.code))
  for (const row of rows) {
    if (!known.has(row.province_code)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Producer "${row.handle}": province ${row.province_code} is unknown. Import the places first.`,
      )
    }
    if (row.commune_code !== null && provinceOf.get(row.commune_code) !== row.province_code) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Producer "${row.handle}": commune ${row.commune_code} is not in province ${row.province_code}.`,
      )
    }
  }
}
