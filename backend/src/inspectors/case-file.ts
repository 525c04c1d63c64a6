import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { CaseFile, CaseSection } from '@sao-lang/traceability/exports/case-file-pdf'
import type { UnitHistory } from '@sao-lang/traceability/inspection/unit-history'
import type { Passport, Recognition } from '@sao-lang/traceability/verify'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import { ALERT_KIND_WORDS, ALERT_LEVEL_WORDS, ALERT_OUTCOME_WORDS } from '../clone-alerts/alert-words'
import { graph } from '../container/graph'
import type { InspectorScope } from '../http/inspector-scope'
import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import type { RecordView } from './record-view'

const FINDING_WORDS: Record<string, string> = {
  none: 'Không phát hiện vi phạm',
  star_lapsed: 'Dùng sao khi công nhận đã hết hạn hoặc bị thu hồi',
  wrong_stars: 'Ghi sai số sao',
  other_product: 'Gắn dấu OCOP lên sản phẩm khác của cùng chủ thể',
  uncertified_seller: 'Người bán không có sản phẩm được công nhận',
  altered_mark: 'Biểu trưng bị sửa đổi',
  star_on_sign: 'Gắn sao lên biển hiệu cửa hàng thay vì sản phẩm',
  recalled_goods: 'Hàng thuộc lô đã thu hồi',
  void_label: 'Tem đã hủy',
  copied_label: 'Nghi tem bị sao chép',
  other: 'Phát hiện khác',
}
const VERDICT_WORDS: Record<string, string> = {
  genuine: 'Mã do chủ thể phát hành',
  not_issued_here: 'Không có mã này trong sổ tem',
  void: 'Tem đã bị hủy',
  expired_recognition: 'Công nhận hạng sao đã hết hạn hoặc bị thu hồi',
  recalled: 'Lô hàng đã bị thu hồi',
  suspect: 'Mã cần được xem lại',
}

/** Puts a case file together: what the inspector wrote, what the service has on record now, and every hash. */
export async function caseFileOf(
  container: MedusaContainer,
  record: RecordView,
  scope: InspectorScope,
  now: Date,
): Promise<CaseFile> {
  const history = record.scanned === null ? null : await historyOf(record.scanned)
  const passport = history === 'away' ? null : (history?.verdict.passport ?? null)
  const recognitions = passport?.recognitions ?? (await recognitionsOf(container, record.productRef))
  const files = container.resolve(Modules.FILE)
  const photos = await Promise.all(
    record.photos.map(async ({ file, kind, title, sha256 }) => ({
      image: kind === 'photo' ? await files.getAsBuffer(file) : null,
      caption: `${title} · SHA-256 ${sha256}`,
    })),
  )
  return {
    title: 'Hồ sơ kiểm tra',
    number: record.id,
    subtitle: `${record.productName} · ${record.seller}`,
    sample: record.sample,
    sections: [
      recordSection(record),
      verdictSection(record),
      ...(history === null ? [] : historySections(history)),
      decisionSection(recognitions, passport),
      hashSection(record),
    ],
    photos,
    madeBy: `${scope.name}, ${scope.agency}`,
    madeAt: readableMoment(now.toISOString()),
  }
}

async function historyOf(scanned: string): Promise<UnitHistory | 'away'> {
  try {
    const path = ['inspection', 'units', scanned]
    const answer = await askTrace(traceService(), '', { method: 'GET', path })
    return answer.status === 200 ? (jsonOf(answer) as UnitHistory) : 'away'
  } catch {
    // The record must be readable while the service is away; the file says what it lacks.
    return 'away'
  }
}

async function recognitionsOf(container: MedusaContainer, productRef: string | null): Promise<Recognition[]> {
  if (productRef === null) return []
  const [row] = await graph<{ recognitions: RecognitionGraphRow[] | null }>(container, {
    entity: 'product',
    fields: [...RECOGNITION_FIELDS],
    filters: { id: productRef },
  })
  return toRecognitions(row?.recognitions ?? null)
}

function recordSection(record: RecordView): CaseSection {
  return {
    heading: 'Biên bản',
    facts: [
      ['Người kiểm tra', `${record.inspector.name}, ${record.inspector.agency}`],
      ['Thời điểm', readableMoment(record.foundAt)],
      ['Nơi kiểm tra', `${record.place} (mã tỉnh ${record.provinceCode})`],
      ['Sản phẩm', record.productName],
      ['Nơi bán hoặc chủ thể', record.seller],
      ['Phát hiện', record.findings.map((word) => FINDING_WORDS[word] ?? word).join('; ')],
      ['Ghi chép', record.notes || 'Không có'],
      ['Hạn theo dõi', record.followUpBy === null ? 'Không cần theo dõi' : day(record.followUpBy)],
      ...(record.closed === null
        ? []
        : ([
            ['Kết thúc theo dõi', `${readableMoment(record.closed.at)}, ${record.closed.by}: ${record.closed.note}`],
          ] as [string, string][])),
    ],
  }
}

function verdictSection({ scanned, verdict }: RecordView): CaseSection {
  const said = verdict as { sentences?: string[]; knownAt?: string | null; edition?: string | null } | null
  return {
    heading: 'Kết luận tại chỗ',
    facts: [
      ['Đã quét hoặc gõ', scanned ?? 'Không quét mã'],
      ['Điện thoại trả lời', said?.sentences?.join('\n') ?? 'Không tra'],
      ['Dữ liệu tính đến', said?.knownAt ? readableMoment(said.knownAt) : 'Không có'],
      ['Bản dữ liệu', said?.edition ?? 'Không có'],
    ],
  }
}

function historySections(history: UnitHistory | 'away'): CaseSection[] {
  const heading = 'Sổ tem (lúc lập hồ sơ)'
  if (history === 'away') {
    return [{ heading, facts: [['Tình trạng', 'Sổ tem chưa trả lời; hãy tải lại hồ sơ sau để có phần này.']] }]
  }
  const { verdict, scans, changes, alerts } = history
  const total = scans.reduce((sum, { checks }) => sum + checks, 0)
  return [
    {
      heading,
      facts: [
        ['Mã', verdict.code],
        ['Kết luận', VERDICT_WORDS[verdict.verdict] ?? verdict.verdict],
        ['Lý do', verdict.reasons.length > 0 ? verdict.reasons.join('; ') : 'Không có'],
        ['Sản phẩm của tem', verdict.passport?.product.name.vi ?? 'Không rõ'],
        ['Chủ thể', verdict.passport?.producer.name ?? 'Không rõ'],
        ['Lô', verdict.lot === null ? 'Không rõ' : `${verdict.lot.lotCode}, đóng gói ${day(verdict.lot.packedOn)}`],
        ['Đợt in tem', verdict.batch === null ? 'Không rõ' : `${verdict.batch.batchNo} (${verdict.batch.size} tem)`],
      ],
    },
    {
      heading: 'Lịch sử mã',
      facts: [
        ['Lượt kiểm tra', `${total} lượt trong 12 tháng`],
        ...scans
          .slice(0, 40)
          .map((each): [string, string] => [
            day(each.day),
            `${each.checks} lượt, ${each.provinceCode === null ? 'không rõ tỉnh' : `mã tỉnh ${each.provinceCode}`}`,
          ]),
        ...changes.map((each): [string, string] => [
          readableMoment(each.at),
          `${each.action}${each.done ? '' : ' (bị từ chối)'}${each.note === null ? '' : `: ${each.note}`}`,
        ]),
        ...alerts.map((each): [string, string] => [
          `Cảnh báo ${readableMoment(each.openedAt)}`,
          `${ALERT_KIND_WORDS[each.kind]}; mức: ${ALERT_LEVEL_WORDS[each.level]}; ${each.checks} lượt${each.outcome === null ? '' : `; đã đóng (${ALERT_OUTCOME_WORDS[each.outcome]})`}`,
        ]),
      ],
    },
  ]
}

function decisionSection(recognitions: readonly Recognition[], passport: Passport | null): CaseSection {
  const facts = recognitions.map((each): [string, string] => [
    `${each.stars} sao`,
    [
      `Quyết định ${each.decisionNumber} ngày ${day(each.decisionDate)}, ${each.authority}`,
      `Hiệu lực ${day(each.validFrom)} đến hết ${day(each.validTo)}`,
      ...(each.extendedTo === null ? [] : [`Gia hạn chuyển tiếp đến hết ${day(each.extendedTo)}`]),
      ...each.suspensions.map(({ from, to }) =>
        to === null ? `Tạm đình chỉ từ ${day(from)}` : `Tạm đình chỉ từ ${day(from)} đến hết ${day(to)}`,
      ),
      ...(each.revokedOn === null ? [] : [`Bị thu hồi từ ${day(each.revokedOn)}`]),
      ...(each.sample ? ['Dữ liệu minh hoạ'] : []),
    ].join('\n'),
  ])
  const name = passport?.product.name.vi
  return {
    heading: name ? `Công nhận hạng sao: ${name}` : 'Công nhận hạng sao',
    facts: facts.length > 0 ? facts : [['Công nhận', 'Không có trong hồ sơ']],
  }
}

function hashSection({ contentHash, requestKey, receivedAt, clockSkewMs, photos }: RecordView): CaseSection {
  return {
    heading: 'Dấu vết để đối chiếu',
    facts: [
      ['Biên bản (SHA-256)', contentHash],
      ['Khóa biên bản', requestKey],
      ['Máy chủ nhận lúc', readableMoment(receivedAt)],
      ['Lệch giờ điện thoại', `${Math.round(clockSkewMs / 1000)} giây, đã chỉnh`],
      ...photos.map(({ title, sha256 }): [string, string] => [title, sha256]),
    ],
  }
}

function day(value: string | null): string {
  return value === null ? 'không rõ' : readableDay(value)
}
