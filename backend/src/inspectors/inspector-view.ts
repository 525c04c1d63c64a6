import type { InspectorDTO } from '../modules/inspection/service'

/** An inspector, as the operator and the inspector see it. */
export interface InspectorView {
  id: string
  name: string
  email: string
  agency: string
  provinceCodes: string[]
  status: 'active' | 'suspended'
}

export function toInspectorView({ id, name, email, agency, province_codes, status }: InspectorDTO): InspectorView {
  return { id, name, email, agency, provinceCodes: province_codes, status }
}
