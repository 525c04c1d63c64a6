import { defineRouteConfig } from '@medusajs/admin-sdk'
import { BuildingTax } from '@medusajs/icons'
import { Container } from '@medusajs/ui'
import { useState } from 'react'
import type { BankLineView } from '../../../bank-transfer/bank-views'
import type { StatementCheck } from '../../../bank-transfer/take-statement'
import { BankLineEntry } from '../../components/bank-line-entry'
import { Fact, Facts } from '../../components/facts'
import { FileCheck } from '../../components/file-check'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { dongWords } from '../../dong-words'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['open', 'Cần xử lý'],
  ['settled', 'Đã xong'],
  ['all', 'Tất cả'],
] as const

export const config = defineRouteConfig({ label: 'Sao kê ngân hàng', icon: BuildingTax, rank: 6 })

/** Bank statements: taken over as files, matched with orders, and what waits for a person. */
export default function BankStatementsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('open')
  const list = usePagedList<{ lines: BankLineView[]; count: number }>('/bank-lines', { state })
  return (
    <div className="flex flex-col gap-4">
      <Container className="p-0">
        <FileCheck<StatementCheck>
          path="/bank-files"
          refresh={['/bank-lines', '/bank-files']}
          fields={{}}
          label="Tệp sao kê (.xlsx hoặc .csv)"
          hint="Tải sao kê từ ngân hàng rồi chọn ở đây. Tệp được đọc thử trước; cùng một giao dịch chỉ tính một lần dù nằm ở nhiều tệp."
        >
          {(check) => (
            <Facts>
              <Fact name="Cột đã hiểu">{check.headings.join(' · ')}</Fact>
              <Fact name="Tiền vào">{`${check.lines.toLocaleString('vi-VN')} dòng, ${dongWords(check.total)}`}</Fact>
              <Fact name="Dòng mới">{check.newLines.toLocaleString('vi-VN')}</Fact>
              <Fact name="Có mã đơn">{check.named.toLocaleString('vi-VN')}</Fact>
              <Fact name="Tiền ra, bỏ qua">{check.outgoing.toLocaleString('vi-VN')}</Fact>
            </Facts>
          )}
        </FileCheck>
      </Container>
      <PagedList
        title="Tiền vào tài khoản"
        lead="Khoản có mã chuyển khoản và đúng số tiền được ghi vào đơn ngay. Những khoản còn lại chờ người xử lý ở đây."
        filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
        list={list}
        none={state === 'open' ? 'Không có khoản nào cần xử lý.' : 'Chưa có khoản nào.'}
      >
        {({ lines }) => lines.map((line) => <BankLineEntry key={line.id} line={line} />)}
      </PagedList>
    </div>
  )
}
