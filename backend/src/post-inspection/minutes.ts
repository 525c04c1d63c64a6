import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { CaseFile, CaseSection } from '@sao-lang/traceability/exports/case-file-pdf'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { InspectionDetail, RecordLine } from './read-inspections'
import { FOLLOW_UP_WORDS, LOOK_RESULT_WORDS, LOOK_WORDS, TRIGGER_WORDS, VIOLATION_WORDS } from './words'

/** Who asks for the minutes: officials get photos and the inspectors' records, the holder what was concluded. */
export interface MinutesReader {
  name: string
  holder: boolean
}

/** The minutes (biên bản hậu kiểm) of an inspection. In: its detail, who asks, now. */
export async function minutesOf(
  container: MedusaContainer,
  { inspection, photos, followUps, records }: InspectionDetail,
  { name, holder }: MinutesReader,
  now: Date,
): Promise<CaseFile> {
  const files = container.resolve(Modules.FILE)
  const shown = holder ? [] : photos
  return {
    title: 'Biên bản hậu kiểm sản phẩm OCOP',
    number: inspection.id,
    subtitle: `${inspection.productName} · ${inspection.producerName}`,
    sample: inspection.sample,
    sections: [
      {
        heading: 'Cuộc hậu kiểm',
        facts: [
          ['Hình thức', kindOf(inspection)],
          ['Sản phẩm', `${inspection.productName} (${inspection.stars} sao)`],
          ['Chủ thể', inspection.producerName || 'Không rõ'],
          ['Ngày kiểm tra', inspection.day === null ? 'Chưa kiểm tra' : readableDay(inspection.day)],
          ['Nơi kiểm tra', inspection.place ?? 'Chưa ghi'],
          ['Đoàn kiểm tra', inspection.team.map((each) => `${each.name}, ${each.unit}`).join('\n') || 'Chưa ghi'],
        ],
      },
      {
        heading: 'Nội dung kiểm tra',
        facts: inspection.looks.map((each): [string, string] => [
          LOOK_WORDS[each.look],
          [LOOK_RESULT_WORDS[each.result], ...(each.note === '' ? [] : [each.note])].join('\n'),
        ]),
      },
      ...(inspection.violations.length === 0
        ? []
        : [
            {
              heading: 'Hành vi vi phạm về nhãn hiệu',
              facts: inspection.violations.map((kind, at): [string, string] => [`${at + 1}`, VIOLATION_WORDS[kind]]),
            },
          ]),
      {
        heading: 'Kết luận',
        facts:
          inspection.concludedOn === null
            ? [['Tình trạng', 'Chưa kết luận']]
            : [
                ['Ngày kết luận', readableDay(inspection.concludedOn)],
                ['Kết luận', inspection.conclusion ?? ''],
              ],
      },
      ...(followUps.length === 0 ? [] : [followUpSection(followUps)]),
      ...(holder || records.length === 0 ? [] : [recordSection(records)]),
    ],
    photos: await Promise.all(
      shown.map(async ({ file, kind, look, title, sha256 }) => ({
        image: kind === 'photo' ? await files.getAsBuffer(file) : null,
        caption: `${LOOK_WORDS[look]}: ${title} · SHA-256 ${sha256}`,
      })),
    ),
    madeBy: name,
    madeAt: readableMoment(now.toISOString()),
  }
}

function kindOf({ planned, plannedFor, trigger, triggerNote }: InspectionDetail['inspection']): string {
  const [year, month] = plannedFor.split('-')
  if (planned || trigger === null) return `Theo kế hoạch tháng ${month}/${year}`
  return [`Đột xuất, do ${TRIGGER_WORDS[trigger]}`, ...(triggerNote === null ? [] : [triggerNote])].join('\n')
}

function followUpSection(followUps: InspectionDetail['followUps']): CaseSection {
  return {
    heading: 'Yêu cầu khắc phục',
    facts: followUps.map((each): [string, string] => [
      `Hạn ${readableDay(each.dueOn)}`,
      [
        each.what,
        `Tình trạng: ${FOLLOW_UP_WORDS[each.state]}`,
        ...each.answers.flatMap((answer) => [
          `Chủ thể báo cáo ${readableMoment(answer.at)}: ${answer.note}`,
          ...(answer.review === null ? [] : [`Ý kiến cơ quan: ${answer.review.note}`]),
        ]),
      ].join('\n'),
    ]),
  }
}

function recordSection(records: readonly RecordLine[]): CaseSection {
  return {
    heading: 'Biên bản kiểm tra thị trường liên quan',
    facts: records.map((each): [string, string] => [
      readableMoment(each.foundAt),
      [each.id, `${each.place}, ${each.seller}`, each.notes].filter(Boolean).join('\n'),
    ]),
  }
}
