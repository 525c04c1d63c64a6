import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import type { FollowUp, HolderInspection, InspectionDetail, MarkUse } from '#app/lib/post-inspection/types.ts'
import { HolderInspectionItem } from './holder-inspection.tsx'
import { MarkUseItems } from './mark-use-items.tsx'
import { RecordForm } from './record-form.tsx'
import { RevocationPart } from './revocation-part.tsx'

const drawn = (element: React.ReactNode, locale: Locale = 'vi') =>
  renderToStaticMarkup(<LocaleContext.Provider value={locale}>{element}</LocaleContext.Provider>)

const inspection: InspectionDetail['inspection'] = {
  id: 'pinsp_1',
  planned: false,
  trigger: 'complaint',
  triggerNote: 'Hộp ghi sai số sao.',
  recognitionId: 'recog_1',
  productName: 'Chè Shan tuyết',
  producerName: 'HTX Sơn Trà',
  stars: 4,
  plannedFor: '2026-11',
  day: '2026-11-10',
  state: 'concluded',
  concludedOn: '2026-11-10',
  failed: 1,
  sample: false,
  place: 'Xưởng chè',
  team: [{ name: 'Nguyễn Văn Hậu', unit: 'Sở Nông nghiệp' }],
  looks: [
    { look: 'criteria', result: 'pass', note: '' },
    { look: 'mark_use', result: 'fail', note: 'Hộp in 5 sao' },
    { look: 'product_information', result: 'not_looked', note: '' },
    { look: 'advertising', result: 'not_looked', note: '' },
  ],
  violations: ['wrong_stars'],
  conclusion: 'Ghi sai số sao.',
  endNote: null,
}
const detail: InspectionDetail = {
  inspection,
  photos: [],
  followUps: [],
  proposals: [],
  records: [],
  recordsFound: [],
  mayPropose: true,
  decideBy: '2026-11-25',
  today: '2026-11-23',
  rule: {
    grounds: [
      { code: 'criteria', vi: 'Không còn đáp ứng tiêu chí', en: 'Criteria no longer met' },
      { code: 'mark_misuse', vi: 'Sử dụng nhãn hiệu sai', en: 'Wrong use of the mark' },
    ],
    days: 15,
  },
}
const followUp: FollowUp = {
  id: 'fup_1',
  what: 'In lại nhãn',
  dueOn: '2026-12-01',
  state: 'open',
  overdue: false,
  answers: [],
}
const holder: HolderInspection = { ...inspection, state: 'concluded', followUps: [followUp] }

test('the form of a revocation offers the grounds of the rules and says by when it must be decided', () => {
  const form = drawn(<RevocationPart detail={detail} mayPropose mayDraft={false} refused={undefined} />)
  for (const ground of detail.rule.grounds) expect(form).toContain(ground.vi)
  expect(form).toContain('25/11/2026')
  expect(form).not.toContain('Đã quá hạn quyết định')
  const late = { ...detail, today: '2026-11-26' }
  expect(drawn(<RevocationPart detail={late} mayPropose mayDraft={false} refused={undefined} />)).toContain(
    'Đã quá hạn quyết định',
  )
})

test('who may not propose sees nothing of it, nor anybody before the conclusion', () => {
  const closed = { ...detail, mayPropose: false }
  expect(drawn(<RevocationPart detail={detail} mayPropose={false} mayDraft refused={undefined} />)).toBe('')
  expect(drawn(<RevocationPart detail={closed} mayPropose mayDraft refused={undefined} />)).toBe('')
})

test('the record keeps what was typed when it is refused, and shows why', () => {
  const refused = {
    form: 'record',
    values: { place: 'Chợ Tam Cờ', team: 'Nguyễn Văn Hậu', violations: 'altered_mark' },
    errors: { team: 'errorTeam' },
    sentence: null,
    status: 400,
  }
  const form = drawn(<RecordForm inspection={inspection} today="2026-11-23" refused={refused} />)
  expect(form).toContain('value="Chợ Tam Cờ"')
  expect(form).toContain('Mỗi dòng ghi họ tên, dấu phẩy, cơ quan')
  expect(form).toMatch(/value="altered_mark"[^>]*checked|checked[^>]*value="altered_mark"/)
  expect(form).not.toMatch(/checked=""[^>]*value="wrong_stars"|value="wrong_stars"[^>]*checked/)
})

test('the holder answers what is open, and nothing that is taken', () => {
  expect(drawn(<HolderInspectionItem inspection={holder} refused={undefined} />)).toContain('Gửi báo cáo khắc phục')
  const done = { ...holder, followUps: [{ ...followUp, state: 'accepted' as const }] }
  expect(drawn(<HolderInspectionItem inspection={done} refused={undefined} />)).not.toContain('Gửi báo cáo khắc phục')
})

test('a row of the register says the right, and every misuse with where it was found', () => {
  const use: MarkUse = {
    recognitionId: 'recog_1',
    productName: 'Chè Shan tuyết',
    productHandle: null,
    productCode: null,
    producerName: 'HTX Sơn Trà',
    stars: 4,
    right: { allowed: false, state: 'revoked', since: '2025-01-10', until: '2026-11-22' },
    decision: { number: '15/QĐ-UBND', date: '2025-01-10', authority: 'UBND tỉnh' },
    sample: false,
    artwork: [],
    violations: [{ kind: 'wrong_stars', source: 'inspector_record', id: 'irec_1', on: '2026-11-20' }],
  }
  const row = drawn(<MarkUseItems markUses={[use]} mayInspect />)
  expect(row).toContain('Hết quyền: công nhận đã bị thu hồi')
  expect(row).toContain('Từ 10/01/2025 đến hết 22/11/2026')
  expect(row).toContain('kiểm tra thị trường, 20/11/2026')
  expect(row).toContain('/can-bo/hau-kiem/moi?cong-nhan=recog_1')
})
