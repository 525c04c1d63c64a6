import { LEGAL_FORMS, type LegalForm } from '../modules/producer/legal-forms'

/**
 * From which legal forms the platform withholds tax (NĐ 117/2025, NĐ 252/2026: households and individuals).
 * What is withheld without need is offset when the seller declares; what is not withheld though due is owed by the platform. So a
 * form that may stand for a household is withheld.
 */
const WITHHELD_FROM: Readonly<Record<LegalForm, boolean>> = {
  household: true,
  /** Tổ hợp tác is no legal person: its members are taxed as individuals who trade together. */
  cooperative_group: true,
  /** Cơ sở sản xuất is what documents call a workshop without saying how it is registered; mostly it is a household. */
  production_facility: true,
  other: true,
  /** These declare their own taxes. */
  cooperative: false,
  private_enterprise: false,
  single_member_llc: false,
  llc: false,
  joint_stock: false,
  company_unspecified: false,
}

/** True when tax is withheld from a seller of this legal form; a form that is not known is. */
export function isWithheldFrom(legalForm: string): boolean {
  const known = LEGAL_FORMS.find((form) => form === legalForm)
  return known === undefined || WITHHELD_FROM[known]
}
