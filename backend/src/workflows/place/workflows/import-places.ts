import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { PlaceRows } from '../../../modules/place/service'
import { importPlacesStep } from '../steps/import-places'

export interface ImportPlacesInput {
  provinces: {
    code: string
    slug: string
    name: string
    fullName: string
    nameEn: string
    type: string
    ascii: string
  }[]
  communes: { code: string; name: string; type: string; provinceCode: string; ascii: string }[]
  legacyPlaces: {
    level: 'province' | 'district' | 'commune'
    code: string
    name: string
    parentCode: string | null
    targets: string[]
    split: boolean
  }[]
}

/** Writes provinces, communes and legacy names by code, in one transaction. Out: how many of each. */
export const importPlacesWorkflow = createWorkflow('import-places', (input: ImportPlacesInput) => {
  const rows = transform({ input }, ({ input: given }) => toRows(given))
  return new WorkflowResponse(importPlacesStep(rows))
})

function toRows(input: ImportPlacesInput): PlaceRows {
  return {
    provinces: input.provinces.map(({ fullName, nameEn, ...rest }) => ({
      ...rest,
      full_name: fullName,
      name_en: nameEn,
    })),
    communes: input.communes.map(({ provinceCode, ...rest }) => ({ ...rest, province_code: provinceCode })),
    legacyPlaces: input.legacyPlaces.map(({ parentCode, ...rest }) => ({
      ...rest,
      key: `${rest.level}:${rest.code}`,
      parent_code: parentCode,
    })),
  }
}
