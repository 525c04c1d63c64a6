import type { CaseFile, CaseSection } from '@sao-lang/traceability/exports/case-file-pdf'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { SittingPage } from './read-sittings'
import type { ItemView, SheetLine } from './sitting-view'

const ROLES = { chair: 'Chủ tịch', secretary: 'Thư ký', member: 'Thành viên' }
const MODES = { meeting: 'Họp trực tiếp', written_opinion: 'Lấy ý kiến bằng văn bản' }
const KINDS = { first: 'Đánh giá lần đầu', upgrade: 'Nâng hạng', renewal: 'Đánh giá lại' }
const number = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

/** Biên bản phiên họp, for paper. In: the sitting as one may see it, who makes the file and when. */
export function minutesOf({ sitting, council, conflictGrounds }: SittingPage, madeBy: string, now: Date): CaseFile {
  return {
    title: 'Biên bản phiên họp hội đồng',
    number: sitting.id,
    subtitle: `Hội đồng thành lập theo Quyết định ${council.number} ngày ${readableDay(council.date)} của ${council.foundedBy}`,
    sample: sitting.sample,
    sections: [
      {
        heading: 'Phiên họp',
        facts: [
          ['Ngày', readableDay(sitting.day)],
          ['Địa điểm', sitting.place],
          ['Hình thức', MODES[sitting.mode]],
          ['Khai mạc', sitting.openedAt === null ? 'Chưa khai mạc' : readableMoment(sitting.openedAt)],
          ['Kết thúc', sitting.closedAt === null ? 'Chưa kết thúc' : readableMoment(sitting.closedAt)],
        ],
      },
      {
        heading: 'Thành phần',
        facts: council.members.map(({ role, name, body }) => [ROLES[role], `${name}, ${body}`]),
      },
      ...sitting.items.map((item) => itemSection(item, conflictGrounds)),
    ],
    photos: [],
    madeBy,
    madeAt: readableMoment(now.toISOString()),
  }
}

function itemSection(item: ItemView, grounds: SittingPage['conflictGrounds']): CaseSection {
  const { evaluation, result, sheets } = item
  return {
    heading: `${item.position}. ${evaluation.product}`,
    facts: [
      ['Chủ thể', evaluation.producer],
      ['Loại hồ sơ', `${KINDS[evaluation.kind]}, bộ tiêu chí số ${evaluation.setNo}`],
      ...item.rescoreNotes.map((note, at): [string, string] => [`Chấm lại lượt ${at + 2}`, note]),
      ...sheets.map((sheet): [string, string] => [
        item.scoringRound > 1 ? `${sheet.member} (lượt ${sheet.scoringRound})` : sheet.member,
        sheetText(sheet, grounds),
      ]),
      ['Kết quả', result === null ? resultAbsent(item) : result.sentences.vi.join(' ')],
    ],
  }
}

function sheetText(sheet: SheetLine, grounds: SittingPage['conflictGrounds']): string {
  const { state, excludedReason, open } = sheet
  switch (state) {
    case 'absent':
      return `Vắng: ${excludedReason ?? ''}`
    case 'conflict': {
      const ground = grounds.find(({ code }) => code === sheet.conflictGround)?.vi
      return `Không chấm do xung đột lợi ích${ground ? `: ${ground}` : ''}. ${excludedReason ?? ''}`.trimEnd()
    }
    case 'draft':
      return 'Chưa nộp phiếu'
    case 'submitted': {
      if (open === null) return 'Đã nộp phiếu, đang niêm phong'
      const stance = { agree: 'đồng ý', meet: 'đề nghị họp' }[open.stance ?? 'agree']
      const parts = [
        open.points === null ? 'đã nộp phiếu' : `${number(open.points)} điểm`,
        ...(open.stance === null ? [] : [stance]),
        ...(open.opinion === '' ? [] : [`ý kiến: ${open.opinion}`]),
      ]
      return parts.join('; ')
    }
  }
}

function resultAbsent({ state }: ItemView): string {
  return state === 'adjourned' ? 'Hoãn, chưa có kết quả' : 'Chưa đủ phiếu, điểm còn niêm phong'
}
