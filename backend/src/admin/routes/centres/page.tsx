import { defineRouteConfig } from '@medusajs/admin-sdk'
import { BuildingStorefront } from '@medusajs/icons'
import { Container, Heading, InlineTip, Text } from '@medusajs/ui'
import { useQuery } from '@tanstack/react-query'
import type { CentreView } from '../../../centres/operator-centres'
import { askShop } from '../../ask-shop'
import { CentreEntry } from '../../components/centre-entry'
import { NewCentre } from '../../components/new-centre'

export const config = defineRouteConfig({ label: 'Trung tâm xúc tiến', icon: BuildingStorefront, rank: 4 })

/** The promotion centres that sell here, with what goes on at each. */
export default function CentresPage() {
  const { data, error } = useQuery({
    queryKey: ['/promotion-centres'],
    queryFn: () => askShop<{ centres: CentreView[] }>('/promotion-centres'),
    networkMode: 'always',
    retry: false,
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-3 px-4 py-4 sm:px-6">
        <Heading level="h1">Trung tâm xúc tiến</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Trung tâm bán hàng thay chủ thể đã đồng ý. Người của trung tâm nhận nhiệm vụ ở trang Cán bộ; điểm bán do trung
          tâm tự mở.
        </Text>
        <NewCentre />
      </div>
      {error ? (
        <div role="alert" className="px-4 py-4 sm:px-6">
          <InlineTip variant="error" label="Chưa xem được">
            {error.message}
          </InlineTip>
        </div>
      ) : null}
      {data?.centres.length === 0 ? (
        <Text size="small" className="px-4 py-4 sm:px-6">
          Chưa có trung tâm nào.
        </Text>
      ) : null}
      <ul className="divide-y">
        {(data?.centres ?? []).map((centre) => (
          <CentreEntry key={centre.id} centre={centre} />
        ))}
      </ul>
    </Container>
  )
}
