import { useQuery } from '@tanstack/react-query'
import {
  CENTRE_ROLES,
  OFFICIAL_ROLES,
  type OfficialRole,
  type PostLevel,
  ROLE_LEVELS,
} from '../../modules/official/roles'
import { LEVEL_WORDS, ROLE_WORDS } from '../../officials/role-words'
import { askShop } from '../ask-shop'
import { ChoiceField } from './choice-field'
import { LineField } from './line-field'

/** A post as it is typed; `''` is what has not been chosen. */
export interface PostDraft {
  role: OfficialRole | ''
  level: PostLevel | ''
  provinceCode: string
  communeCode: string
  centreId: string
  unitName: string
  from: string
  to: string
}

export const EMPTY_POST: PostDraft = {
  role: '',
  level: '',
  provinceCode: '',
  communeCode: '',
  centreId: '',
  unitName: '',
  from: '',
  to: '',
}

interface NamedPlaces {
  provinces: { code: string; name: string }[]
  communes: { code: string; name: string }[]
  centres: { id: string; name: string }[]
}

/** What the shop is sent: no place that the level does not have. */
export function postBody({ provinceCode, communeCode, centreId, to, ...post }: PostDraft): Record<string, unknown> {
  return {
    ...post,
    provinceCode: post.level === 'ministry' ? null : provinceCode,
    communeCode: post.level === 'commune' ? communeCode : null,
    centreId: isAtCentre(post.role) ? centreId : null,
    to: to || null,
  }
}

function isAtCentre(role: PostDraft['role']): boolean {
  return role !== '' && CENTRE_ROLES.includes(role)
}

/** What is missing, as a sentence; null when the shop may be asked. */
export function missingOfPost({
  role,
  level,
  provinceCode,
  communeCode,
  centreId,
  unitName,
  from,
}: PostDraft): string | null {
  if (role === '' || level === '') return 'Hãy chọn chức vụ và cấp.'
  if (level !== 'ministry' && provinceCode === '') return 'Hãy chọn tỉnh, thành phố.'
  if (level === 'commune' && communeCode === '') return 'Hãy chọn xã, phường, đặc khu.'
  if (isAtCentre(role) && centreId === '') return 'Hãy chọn trung tâm xúc tiến.'
  if (unitName.trim().length < 2) return 'Hãy nhập tên cơ quan.'
  return from === '' ? 'Hãy chọn ngày bắt đầu.' : null
}

/** The fields of a post; what a role or level rules out is not asked. */
export function PostFields({ id, post, onChange }: { id: string; post: PostDraft; onChange(post: PostDraft): void }) {
  const { data: places, error } = useQuery({
    queryKey: ['/places', post.provinceCode],
    queryFn: () => askShop<NamedPlaces>(`/places${post.provinceCode ? `?province=${post.provinceCode}` : ''}`),
    placeholderData: (before) => before,
    retry: false,
    networkMode: 'always',
  })
  const levels: readonly PostLevel[] = post.role === '' ? [] : ROLE_LEVELS[post.role]
  const choose = (role: OfficialRole | '') => {
    const [only, ...others] = role === '' ? [] : ROLE_LEVELS[role]
    onChange({ ...post, role, level: only && others.length === 0 ? only : '', communeCode: '', centreId: '' })
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <ChoiceField
        id={`${id}-role`}
        label="Chức vụ"
        placeholder="Chọn chức vụ"
        value={post.role}
        choices={OFFICIAL_ROLES.map((role) => [role, ROLE_WORDS[role]] as const)}
        onChange={(role) => choose(OFFICIAL_ROLES.find((each) => each === role) ?? '')}
      />
      <ChoiceField
        id={`${id}-level`}
        label="Cấp"
        placeholder={post.role === '' ? 'Chọn chức vụ trước' : 'Chọn cấp'}
        disabled={levels.length < 2}
        value={post.level}
        choices={levels.map((level) => [level, LEVEL_WORDS[level]] as const)}
        onChange={(level) => onChange({ ...post, level: levels.find((each) => each === level) ?? '' })}
      />
      {post.level === 'commune' || post.level === 'province' ? (
        <ChoiceField
          id={`${id}-province`}
          label="Tỉnh, thành phố"
          placeholder="Chọn tỉnh, thành phố"
          value={post.provinceCode}
          choices={(places?.provinces ?? []).map(({ code, name }) => [code, name] as const)}
          onChange={(provinceCode) => onChange({ ...post, provinceCode, communeCode: '', centreId: '' })}
        />
      ) : null}
      {post.level === 'commune' ? (
        <ChoiceField
          id={`${id}-commune`}
          label="Xã, phường, đặc khu"
          placeholder={post.provinceCode === '' ? 'Chọn tỉnh trước' : 'Chọn xã, phường, đặc khu'}
          disabled={post.provinceCode === ''}
          value={post.communeCode}
          choices={(places?.communes ?? []).map(({ code, name }) => [code, name] as const)}
          onChange={(communeCode) => onChange({ ...post, communeCode })}
        />
      ) : null}
      {isAtCentre(post.role) ? (
        <ChoiceField
          id={`${id}-centre`}
          label="Trung tâm xúc tiến"
          placeholder={centreHint(post.provinceCode, places?.centres ?? [])}
          disabled={post.provinceCode === '' || places?.centres.length === 0}
          value={post.centreId}
          choices={(places?.centres ?? []).map((centre) => [centre.id, centre.name] as const)}
          onChange={(centreId) => onChange({ ...post, centreId })}
        />
      ) : null}
      <LineField
        id={`${id}-unit`}
        label="Cơ quan"
        maxLength={200}
        value={post.unitName}
        onChange={(unitName) => onChange({ ...post, unitName })}
      />
      <LineField
        id={`${id}-from`}
        label="Từ ngày"
        type="date"
        value={post.from}
        onChange={(from) => onChange({ ...post, from })}
      />
      <LineField
        id={`${id}-to`}
        label="Đến hết ngày (để trống nếu chưa biết)"
        type="date"
        value={post.to}
        onChange={(to) => onChange({ ...post, to })}
      />
      {error ? (
        <p role="alert" className="txt-small text-ui-fg-error sm:col-span-2">
          {error.message}
        </p>
      ) : null}
    </div>
  )
}

function centreHint(provinceCode: string, centres: NamedPlaces['centres']): string {
  if (provinceCode === '') return 'Chọn tỉnh trước'
  return centres.length === 0 ? 'Tỉnh này chưa có trung tâm: hãy lập ở trang Trung tâm' : 'Chọn trung tâm'
}
