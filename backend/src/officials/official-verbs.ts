import type { OfficialRole } from '../modules/official/roles'

/** What can be done in the officials' workspace; each route below `/official` asks for one. */
export const VERBS = [
  'dossier:read',
  'dossier:return',
  'dossier:pass_on',
  'advice:write',
  'sitting:prepare',
  'sheet:score',
  'decision:draft',
  'decision:sign',
  'decision:import',
  'register:read',
  'post_inspection:plan',
  'post_inspection:record',
  'report:read',
  'report:release',
  'audit:read',
  'person:read',
  'centre:sell',
  'centre:stock',
  'centre:manage',
] as const
export type OfficialVerb = (typeof VERBS)[number]

/**
 * What a post may do, within its place. Nobody both drafts and signs decisions; `person:read` (ethnicity, disability and the like) is for
 * those who confirm what the producer claims, and every such reading is on record.
 */
export const OFFICIAL_VERBS: Readonly<Record<OfficialRole, readonly OfficialVerb[]>> = {
  commune_officer: [
    'dossier:read',
    'dossier:return',
    'dossier:pass_on',
    'register:read',
    'post_inspection:record',
    'person:read',
  ],
  commune_leader: [
    'dossier:read',
    'dossier:return',
    'dossier:pass_on',
    'register:read',
    'report:read',
    'audit:read',
    'person:read',
  ],
  advisor: ['dossier:read', 'advice:write', 'register:read'],
  council_secretary: ['dossier:read', 'sitting:prepare', 'decision:draft', 'register:read', 'report:read'],
  council_member: ['dossier:read', 'sheet:score', 'register:read'],
  council_chair: ['dossier:read', 'sheet:score', 'register:read', 'report:read'],
  province_officer: [
    'dossier:read',
    'dossier:return',
    'sitting:prepare',
    'decision:draft',
    'decision:import',
    'register:read',
    'post_inspection:plan',
    'post_inspection:record',
    'report:read',
    'audit:read',
    'person:read',
  ],
  province_leader: [
    'dossier:read',
    'decision:sign',
    'register:read',
    'post_inspection:plan',
    'report:read',
    'report:release',
    'audit:read',
  ],
  centre_seller: ['centre:sell', 'centre:stock'],
  centre_manager: ['centre:sell', 'centre:stock', 'centre:manage'],
  ministry_officer: [
    'dossier:read',
    'sitting:prepare',
    'decision:draft',
    'decision:import',
    'register:read',
    'post_inspection:plan',
    'post_inspection:record',
    'report:read',
    'audit:read',
  ],
  ministry_leader: [
    'dossier:read',
    'decision:sign',
    'register:read',
    'post_inspection:plan',
    'report:read',
    'report:release',
    'audit:read',
  ],
}
