import type { CaseFile, CaseSection } from '@sao-lang/traceability/exports/case-file-pdf'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { DossierPaperView, DossierView } from './dossier-view'
import type { DossierHolder } from './official-dossiers'

/** The forms of a dossier on paper (QĐ 26/2026, Mẫu 01 to 03). */
export const DOSSIER_FORMS = {
  registration: { form: 'Mẫu 01', title: 'Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP', file: 'mau-01' },
  'self-assessment': { form: 'Mẫu 02', title: 'Phiếu tự đánh giá sản phẩm', file: 'mau-02' },
  'commune-report': { form: 'Mẫu 03', title: 'Báo cáo của Ủy ban nhân dân cấp xã', file: 'mau-03' },
} as const
export type DossierFormName = keyof typeof DOSSIER_FORMS

const KINDS = { first: 'Đánh giá lần đầu', upgrade: 'Đánh giá nâng hạng', renewal: 'Đánh giá lại' }

interface Asked {
  view: DossierView
  holder: DossierHolder | null
  communeName: string | null
  madeBy: string
  now: Date
}

/** One form of a dossier as it is now, ready for `caseFilePdf`; all texts are Vietnamese, the language of the papers. */
export function dossierForm(name: DossierFormName, asked: Asked): CaseFile {
  const { view, madeBy, now } = asked
  const { form, title } = DOSSIER_FORMS[name]
  return {
    title: `${form}. ${title}`,
    number: view.receiptNumber ?? 'Bản nháp, chưa có số tiếp nhận',
    subtitle: `${view.product.name} · ${asked.holder?.name ?? ''}`,
    sample: view.sample,
    sections: sectionsOf(name, asked),
    photos: [],
    madeBy,
    madeAt: readableMoment(now.toISOString()),
  }
}

function sectionsOf(name: DossierFormName, asked: Asked): CaseSection[] {
  switch (name) {
    case 'registration':
      return [
        holderSection(asked),
        productSection(asked.view),
        ...statementSection(asked.view),
        papersSection(asked.view),
      ]
    case 'self-assessment':
      return [scoreSection(asked.view), ...asked.view.sections.map(criteriaSection)]
    case 'commune-report':
      return [
        holderSection(asked),
        productSection(asked.view),
        confirmSection(asked.view),
        ...returnSections(asked.view),
      ]
  }
}

function holderSection({ view, holder, communeName }: Asked): CaseSection {
  return {
    heading: 'Chủ thể đăng ký',
    facts: [
      ['Tên chủ thể', holder?.name ?? ''],
      ['Số đăng ký kinh doanh', orDots(view.form.businessNumber)],
      ['Người đại diện', [view.form.representative, view.form.position].filter(Boolean).join(', ') || '…'],
      ['Điện thoại', orDots(view.form.phone)],
      ['Địa chỉ', orDots(view.form.address)],
      ['Nơi tiếp nhận', `Ủy ban nhân dân ${communeName ?? view.communeCode}`],
      ['Ngày tiếp nhận', view.submittedAt === null ? '…' : readableMoment(view.submittedAt)],
    ],
  }
}

function productSection(view: DossierView): CaseSection {
  return {
    heading: 'Sản phẩm',
    facts: [
      ['Tên sản phẩm', view.product.name],
      ['Loại hồ sơ', KINDS[view.kind]],
      ['Bộ sản phẩm', `Bộ ${view.set.no}. ${view.set.name}`],
      ['Bộ tiêu chí', view.rubricVersion],
      ['Mô tả', orDots(view.form.description)],
      ['Quy mô, sản lượng', orDots(view.form.capacity)],
      ['Điểm tự đánh giá', points(view.points.total)],
    ],
  }
}

function statementSection({ statements, form }: DossierView): CaseSection[] {
  if (statements.length === 0) return []
  return [
    {
      heading: 'Thay đổi, cập nhật so với lần đánh giá trước',
      facts: statements.map(({ code, vi }) => [vi, orDots(form.statements[code] ?? '')]),
    },
  ]
}

function papersSection({ required, sections }: DossierView): CaseSection {
  const listed = new Map(
    [
      ...required.flatMap(({ papers }) => papers),
      ...sections.flatMap(({ criteria }) => criteria.flatMap((c) => c.papers)),
    ].map((paper) => [paper.id, paper]),
  )
  const facts = [...listed.values()].map((paper, at): [string, string] => [`${at + 1}.`, paperLine(paper)])
  return { heading: 'Giấy tờ kèm theo', facts: facts.length > 0 ? facts : [['', 'Chưa có']] }
}

function scoreSection({ points: sheet, reached }: DossierView): CaseSection {
  return {
    heading: 'Kết quả tự đánh giá',
    facts: [
      ...sheet.parts.map(({ code, title, points: got, max }): [string, string] => [
        `Phần ${code}. ${title}`,
        `${points(got)} trên ${points(max)} điểm`,
      ]),
      ['Tổng điểm', `${points(sheet.total)} trên 100 điểm`],
      ['Hạng theo tự đánh giá', reached === null ? 'Chưa đạt 3 sao' : `${reached} sao`],
    ],
  }
}

function criteriaSection({ code, title, points: got, max, criteria }: DossierView['sections'][number]): CaseSection {
  return {
    heading: `${code}. ${title} (${points(got)}/${points(max)})`,
    facts: criteria.map((criterion): [string, string] => {
      const option = criterion.options.find(({ id }) => id === criterion.picked)
      const answer = !criterion.answered
        ? 'Chưa tự chấm'
        : option
          ? `${points(option.points)} điểm: ${option.label}`
          : '0 điểm: chưa đạt phương án nào'
      const lines = [
        answer,
        criterion.explanation,
        ...criterion.papers.map((paper) => `Minh chứng: ${paperLine(paper)}`),
      ]
      return [`${criterion.code} ${criterion.title}`, lines.filter(Boolean).join('\n')]
    }),
  }
}

function confirmSection({ confirms, missing }: DossierView): CaseSection {
  return {
    heading: 'Nội dung xã xác nhận',
    facts: [
      ...confirms.map(({ vi, found }): [string, string] => [
        vi,
        found === null
          ? 'Chưa xác nhận'
          : `${found.confirmed ? 'Xác nhận' : 'Không xác nhận'}\nSố liệu: ${found.figure}\nNhận xét: ${found.note}\n${found.by}, ${readableMoment(found.at)}`,
      ]),
      ['Thành phần hồ sơ', missing.length === 0 ? 'Đầy đủ' : `Còn thiếu ${missing.length} nội dung`],
    ],
  }
}

function returnSections({ returns }: DossierView): CaseSection[] {
  if (returns.length === 0) return []
  return [
    {
      heading: 'Các lần yêu cầu bổ sung',
      facts: returns.map(({ at, by, deadline, items, answeredAt }): [string, string] => [
        readableMoment(at),
        [
          `${by}, hạn ${readableDay(deadline)}`,
          ...items.map(({ reason }) => `– ${reason}`),
          answeredAt === null ? 'Chưa bổ sung' : `Bổ sung lúc ${readableMoment(answeredAt)}`,
        ].join('\n'),
      ]),
    },
  ]
}

function paperLine({ title, issuer, number, expiresOn, sha256 }: DossierPaperView): string {
  return [
    title,
    number === null ? '' : `số ${number}`,
    issuer ?? '',
    expiresOn === null ? '' : `hết hạn ${readableDay(expiresOn)}`,
    `SHA-256 ${sha256.slice(0, 16)}…`,
  ]
    .filter(Boolean)
    .join(', ')
}

function points(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}

function orDots(text: string): string {
  return text.trim() === '' ? '…' : text
}
