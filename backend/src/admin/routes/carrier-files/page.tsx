import { defineRouteConfig } from '@medusajs/admin-sdk'
import { TruckFast } from '@medusajs/icons'
import { Container } from '@medusajs/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CarrierFileView, CarrierLineView } from '../../../carriers/carrier-views'
import type { CarrierCheck } from '../../../carriers/take-carrier-file'
import { askShop } from '../../ask-shop'
import { CarrierFileEntry } from '../../components/carrier-file-entry'
import { CarrierLineEntry } from '../../components/carrier-line-entry'
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

export const config = defineRouteConfig({ label: 'Đối soát COD', icon: TruckFast, rank: 7 })

/** Carriers' files: parcels delivered and refused, the money for them, and what differs from our books. */
export default function CarrierFilesPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('open')
  const [carrier, setCarrier] = useState('')
  const { data } = useQuery({
    queryKey: ['/carriers'],
    queryFn: () => askShop<{ carriers: { code: string; name: string }[] }>('/carriers'),
    networkMode: 'always',
  })
  const files = usePagedList<{ files: CarrierFileView[]; count: number }>('/carrier-files', {})
  const lines = usePagedList<{ lines: CarrierLineView[]; count: number }>('/carrier-lines', { state })
  const choices = (data?.carriers ?? []).map(({ code, name }) => [code, name] as const)
  return (
    <div className="flex flex-col gap-4">
      <Container className="p-0">
        <div className="px-4 pt-4 sm:px-6">
          <FilterButtons label="Đơn vị vận chuyển" choices={choices} value={carrier} onChange={setCarrier} />
        </div>
        <FileCheck<CarrierCheck>
          key={carrier}
          path="/carrier-files"
          refresh={['/carrier-files', '/carrier-lines']}
          fields={carrier === '' ? null : { carrier }}
          label="Bảng đối soát (.xlsx hoặc .csv)"
          hint={
            carrier === ''
              ? 'Hãy chọn đơn vị vận chuyển trước.'
              : 'Tệp được đọc thử trước; mỗi kiện chỉ tính một lần dù nằm ở nhiều tệp.'
          }
        >
          {(check) => (
            <Facts>
              <Fact name="Cột đã hiểu">{check.headings.join(' · ')}</Fact>
              <Fact name="Đã giao">{check.delivered.toLocaleString('vi-VN')}</Fact>
              <Fact name="Hoàn về">{check.refused.toLocaleString('vi-VN')}</Fact>
              <Fact name="Đang giao, bỏ qua">{check.underWay.toLocaleString('vi-VN')}</Fact>
              <Fact name="Tiền thu hộ">{dongWords(check.cod)}</Fact>
              <Fact name="Cước">{dongWords(check.fees)}</Fact>
              <Fact name="Phải chuyển về">{dongWords(check.due)}</Fact>
              <Fact name="Mã không biết">{check.unknown === 0 ? null : check.unknown.toLocaleString('vi-VN')}</Fact>
            </Facts>
          )}
        </FileCheck>
      </Container>
      <PagedList
        title="Kiện của đơn vị vận chuyển"
        lead="Kiện giao được tính là đã bán; kiện hoàn về thì chủ thể chịu cước hai chiều. Chỗ lệch để ngỏ cho tới khi có người xử lý."
        filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
        list={lines}
        none={state === 'open' ? 'Không có kiện nào cần xử lý.' : 'Chưa có kiện nào.'}
      >
        {({ lines: found }) => found.map((line) => <CarrierLineEntry key={line.id} line={line} />)}
      </PagedList>
      <PagedList
        title="Tệp đã nhận"
        lead="Khi tiền của một tệp về tài khoản, hãy ghi số tiền và số bút toán ở đây."
        filters={null}
        list={files}
        none="Chưa nhận tệp nào."
      >
        {({ files: found }) => found.map((file) => <CarrierFileEntry key={file.id} file={file} />)}
      </PagedList>
    </div>
  )
}
