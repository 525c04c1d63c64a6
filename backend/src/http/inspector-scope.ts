import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from './api-error'

/** Who is asking below `/inspector`, and the provinces they may ask about. */
export interface InspectorScope {
  inspectorId: string
  name: string
  agency: string
  /** Two digits each. */
  provinces: readonly string[]
  sample: boolean
}

/** Name in the request's container. */
export const INSPECTOR = 'inspectorScope'

/** The inspector that the guard let in. Throws ApiError 401 where the guard did not run. */
export function inspectorOf(scope: MedusaContainer): InspectorScope {
  const inspector = scope.resolve<InspectorScope | undefined>(INSPECTOR, { allowUnregistered: true })
  if (!inspector) throw new ApiError(401, 'sign_in_required')
  return inspector
}

/** Throws ApiError 403 `province_not_yours` for a province outside of the scope. */
export function requireProvince({ provinces }: InspectorScope, code: string, field = 'province'): void {
  if (!provinces.includes(code)) throw new ApiError(403, 'province_not_yours', { field })
}
