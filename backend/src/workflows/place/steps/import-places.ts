import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService, PlaceRows } from '../../../modules/place/service'

/** Writes places; the undo puts back what was there and removes what was not. */
export const importPlacesStep = createStep(
  'import-places',
  async (rows: PlaceRows, { container }) => {
    const places: PlaceModuleService = container.resolve(PLACE_MODULE)
    const before: PlaceRows = {
      provinces: await places.listProvinces({}, { take: null }),
      communes: await places.listCommunes({}, { take: null }),
      legacyPlaces: await places.listLegacyPlaces({}, { take: null }),
    }
    await places.importPlaces(rows)
    const counts = {
      provinces: rows.provinces.length,
      communes: rows.communes.length,
      legacyPlaces: rows.legacyPlaces.length,
    }
    return new StepResponse(counts, { before, rows })
  },
  async (undo, { container }) => {
    if (!undo) return
    const places: PlaceModuleService = container.resolve(PLACE_MODULE)
    await places.deleteProvinces(added(undo.rows.provinces, undo.before.provinces, 'code'))
    await places.deleteCommunes(added(undo.rows.communes, undo.before.communes, 'code'))
    await places.deleteLegacyPlaces(added(undo.rows.legacyPlaces, undo.before.legacyPlaces, 'key'))
    await places.importPlaces(undo.before)
  },
)

function added<K extends string, T extends Record<K, string>>(after: T[], before: T[], key: K): string[] {
  const known = new Set(before.map((row) => row[key]))
  return after.map((row) => row[key]).filter((value) => !known.has(value))
}
