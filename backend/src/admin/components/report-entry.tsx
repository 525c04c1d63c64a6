import { Heading, StatusBadge, Text } from '@medusajs/ui'
import { readableMoment } from '../../calendar/vietnam-moment'
import { REPORT_KIND_WORDS } from '../../scan-reports/kind-words'
import type { ReportView } from '../../scan-reports/report-view'
import { CodeLink } from './code-link'
import { Fact, Facts } from './facts'
import { ReportHandling } from './report-handling'

/** One report of a buyer, with what was done about it. */
export function ReportEntry({ report }: { report: ReportView }) {
  const { receipt, code, codePage, goods, contact, handledAt } = report
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={report.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={report.id}>
          {REPORT_KIND_WORDS[report.kind]}
        </Heading>
        <StatusBadge color={handledAt === null ? 'orange' : 'green'}>
          {handledAt === null ? 'Chưa xử lý' : 'Đã xử lý'}
        </StatusBadge>
      </div>
      <Text className="whitespace-pre-wrap break-words">
        {report.message ?? 'Nội dung, ảnh và cách liên hệ đã được xóa sau 12 tháng.'}
      </Text>
      <Facts>
        <Fact name="Số tiếp nhận">{receipt}</Fact>
        <Fact name="Gửi lúc">{readableMoment(report.createdAt)}</Fact>
        <Fact name="Mã trên tem">
          {code === null || codePage === null ? 'Không ghi mã' : <CodeLink code={code} page={codePage} />}
        </Fact>
        <Fact name="Sản phẩm">{code === null ? null : (goods?.product?.name ?? 'Chưa rõ từ mã này')}</Fact>
        <Fact name="Chủ thể">{goods?.product?.producer ?? null}</Fact>
        <Fact name="Đợt in tem">{goods === null ? null : `Số ${goods.batchNo}`}</Fact>
        <Fact name="Liên hệ">{contact}</Fact>
      </Facts>
      {report.hasPhoto ? (
        <a href={`/admin/scan-reports/${report.id}/photo`} target="_blank" rel="noreferrer" className="self-start">
          <img
            src={`/admin/scan-reports/${report.id}/photo`}
            alt={`Ảnh kèm phản ánh ${receipt}`}
            loading="lazy"
            className="max-h-64 max-w-full rounded-md border"
          />
        </a>
      ) : null}
      <ReportHandling report={report} />
    </li>
  )
}
