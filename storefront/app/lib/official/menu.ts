import type { officialFrame } from '#app/i18n/official-frame.ts'
import type { OfficialVerb } from './types.ts'

export interface MenuEntry {
  path: string
  label: keyof typeof officialFrame
  /** Shown to whoever may do one of these; null is for everybody. */
  verbs: readonly OfficialVerb[] | null
}

/** The places of the officials' workspace, in the order of their work; each part adds its own. */
export const OFFICIAL_MENU: readonly MenuEntry[] = [
  { path: '/can-bo', label: 'home', verbs: null },
  { path: '/can-bo/ho-so', label: 'dossiers', verbs: ['dossier:read'] },
  {
    path: '/can-bo/danh-gia',
    label: 'evaluations',
    verbs: ['advice:write', 'sitting:prepare', 'sheet:score', 'dossier:pass_on'],
  },
  { path: '/can-bo/phien', label: 'sittings', verbs: ['sitting:prepare', 'sheet:score'] },
  { path: '/can-bo/cham', label: 'sheets', verbs: ['sheet:score'] },
  { path: '/can-bo/quyet-dinh', label: 'decisions', verbs: ['decision:draft', 'decision:sign', 'decision:import'] },
  {
    path: '/can-bo/hau-kiem',
    label: 'postInspection',
    verbs: ['post_inspection:plan', 'post_inspection:record', 'decision:draft'],
  },
  {
    path: '/can-bo/su-dung-nhan-hieu',
    label: 'markUse',
    verbs: ['post_inspection:plan', 'post_inspection:record', 'decision:draft'],
  },
  { path: '/can-bo/bao-cao', label: 'reports', verbs: ['report:read'] },
  { path: '/can-bo/lich', label: 'calendar', verbs: null },
  { path: '/can-bo/tin', label: 'notices', verbs: null },
  { path: '/can-bo/nhat-ky', label: 'audit', verbs: ['audit:read'] },
]

/** The entries for who may do these things. */
export function menuFor(verbs: readonly OfficialVerb[], menu = OFFICIAL_MENU): MenuEntry[] {
  return menu.filter((entry) => entry.verbs === null || entry.verbs.some((verb) => verbs.includes(verb)))
}

/** The entry a page belongs to: the longest path that it lies in; null for none. */
export function currentEntry<Entry extends { path: string }>(pathname: string, menu: readonly Entry[]): Entry | null {
  const around = menu.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return around.sort((one, other) => other.path.length - one.path.length)[0] ?? null
}
