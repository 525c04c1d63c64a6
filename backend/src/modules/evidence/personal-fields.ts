/** What the programme's forms ask about a person and nobody else needs to know. */
export const PERSONAL_FIELDS = ['personal_id', 'gender', 'ethnicity', 'disability'] as const
export type PersonalFieldName = (typeof PERSONAL_FIELDS)[number]
