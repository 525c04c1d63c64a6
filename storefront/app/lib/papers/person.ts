/** What the programme's forms ask about the representative, in the order of the form. */
export const PERSON_FIELDS = ['personal_id', 'gender', 'ethnicity', 'disability'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

export const GENDERS = ['female', 'male', 'other'] as const
