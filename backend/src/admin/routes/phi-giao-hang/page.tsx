import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ShoppingBag } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableDay } from '../../../calendar/vietnam-moment'
import type { FreightRateView } from '../../../carriers/freight-rates'
import type { DeliveryRateView } from '../../../checkout/delivery-rates'
import { askShop } from '../../ask-shop'
import { ChoiceField } from '../../components/choice-field'
import { dong } from '../../components/dong'
import { FormBox } from '../../components/form-box'
import { LineField } from '../../components/line-field'
import { orNull, useForm, wholeNumber } from '../../use-form'

export const config = defineRouteConfig({ label: 'Phí giao hàng', icon: ShoppingBag, rank: 13 })

const grams = (weight: number) => `${weight.toLocaleString('vi-VN')} g`

/** What buyers pay for delivery, and what carriers take for parcels that come back: dated, none overwritten. */
export default function DeliveryRatesPage() {
  const rates = useQuery({
    queryKey: ['/delivery-rates'],
    queryFn: () => askShop<{ rates: DeliveryRateView[] }>('/delivery-rates'),
    retry: false,
    networkMode: 'always',
  })
  const freight = useQuery({
    queryKey: ['/freight-rates'],
    queryFn: () => askShop<{ rates: FreightRateView[]; carriers: { code: string; name: string }[] }>('/freight-rates'),
    retry: false,
    networkMode: 'always',
  })
  const failed = rates.error ?? freight.error
  return (
    <div className="flex flex-col gap-3">
      <Container className="flex flex-col gap-3">
        <Heading level="h1">Phí giao hàng</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Người mua trả theo mức của ngày đặt hàng. Chủ thể không có mức riêng thì theo mức chung của sàn.
        </Text>
        {failed ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa tải được">
              {failed.message}
            </InlineTip>
          </div>
        ) : null}
        {rates.data?.rates.length === 0 ? <Text size="small">Chưa có mức phí nào.</Text> : null}
        <ul className="flex flex-col gap-3">
          {(rates.data?.rates ?? []).map((rate) => (
            <DeliveryRate key={rate.id} rate={rate} />
          ))}
        </ul>
      </Container>
      <NewDeliveryRate />
      <Container className="flex flex-col gap-3">
        <Heading level="h2">Phí hai chiều của kiện không được nhận</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Tính cho người bán khi tệp của đơn vị vận chuyển không ghi phí.
        </Text>
        {freight.data?.rates.length === 0 ? <Text size="small">Chưa có mức nào: chưa tính phí cho ai.</Text> : null}
        <ul className="flex flex-col gap-1">
          {(freight.data?.rates ?? []).map((rate) => (
            <li key={rate.id} className="flex flex-wrap items-center gap-2">
              <Text size="small">{`${rate.carrierName}: ${dong(rate.twoWay)}, từ ${readableDay(rate.from)}`}</Text>
              {rate.sample ? <StatusBadge color="grey">Dữ liệu minh hoạ</StatusBadge> : null}
            </li>
          ))}
        </ul>
      </Container>
      <NewFreightRate carriers={freight.data?.carriers ?? []} />
    </div>
  )
}

function DeliveryRate({ rate }: { rate: DeliveryRateView }) {
  const queries = useQueryClient()
  const [to, setTo] = useState('')
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/delivery-rates/${rate.id}/end`, { to }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/delivery-rates'] }),
  })
  const measure =
    rate.method === 'flat'
      ? `đồng giá ${dong(rate.firstFee)}`
      : `${grams(rate.firstGrams ?? 0)} đầu ${dong(rate.firstFee)}, mỗi ${grams(rate.stepGrams ?? 0)} thêm ${dong(rate.stepFee ?? 0)}`
  const most = rate.maxGrams === null ? '' : `, đến ${grams(rate.maxGrams)}`
  const days = `từ ${readableDay(rate.from)}${rate.to === null ? '' : ` đến hết ${readableDay(rate.to)}`}`
  return (
    <li className="flex flex-col gap-2">
      <Text size="small">{`${rate.producerName ?? 'Mức chung của sàn'}: ${measure}${most}, ${days} (${rate.source})`}</Text>
      {rate.producerId !== null && rate.to === null ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            end.mutate()
          }}
        >
          <LineField id={`end-${rate.id}`} label="Ngày áp dụng cuối" type="date" value={to} onChange={setTo} required />
          <Button size="small" variant="secondary" type="submit" isLoading={end.isPending}>
            Cho hết hạn
          </Button>
        </form>
      ) : null}
      {end.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa đổi được">
            {end.error.message}
          </InlineTip>
        </div>
      ) : null}
    </li>
  )
}

function NewDeliveryRate() {
  const form = useForm({
    empty: {
      method: 'flat',
      producerId: '',
      firstFee: '',
      firstGrams: '',
      stepGrams: '',
      stepFee: '',
      maxGrams: '',
      from: '',
      source: '',
    },
    path: '/delivery-rates',
    refresh: '/delivery-rates',
    toBody: (typed) => ({
      producerId: orNull(typed.producerId),
      method: typed.method,
      firstFee: wholeNumber(typed.firstFee),
      firstGrams: wholeNumber(typed.firstGrams),
      stepGrams: wholeNumber(typed.stepGrams),
      stepFee: wholeNumber(typed.stepFee),
      maxGrams: wholeNumber(typed.maxGrams),
      from: typed.from,
      source: typed.source,
    }),
  })
  const { typed, set } = form
  const flat = typed.method === 'flat'
  const number = (field: 'firstFee' | 'firstGrams' | 'stepGrams' | 'stepFee' | 'maxGrams', label: string) => (
    <LineField
      id={`delivery-${field}`}
      label={label}
      inputMode="numeric"
      value={typed[field]}
      onChange={set(field)}
      disabled={flat && field !== 'firstFee' && field !== 'maxGrams'}
    />
  )
  return (
    <FormBox
      title="Đặt mức phí giao hàng mới"
      button="Đặt mức phí"
      done="Mức mới áp dụng từ ngày đã ghi; mức trước hết hạn vào hôm trước đó."
      form={form}
    >
      <ChoiceField
        id="delivery-method"
        label="Cách tính"
        placeholder="Chọn"
        choices={[
          ['flat', 'Đồng giá mỗi kiện'],
          ['by_weight', 'Theo cân nặng'],
        ]}
        value={typed.method}
        onChange={set('method')}
      />
      <LineField
        id="delivery-producer"
        label="Mã chủ thể (để trống: mức chung)"
        value={typed.producerId}
        onChange={set('producerId')}
      />
      {number('firstFee', flat ? 'Phí mỗi kiện (đ)' : 'Phí của nấc đầu (đ)')}
      {number('firstGrams', 'Nấc đầu (gam)')}
      {number('stepGrams', 'Mỗi nấc thêm (gam)')}
      {number('stepFee', 'Phí mỗi nấc thêm (đ)')}
      {number('maxGrams', 'Nặng nhất (gam)')}
      <LineField id="delivery-from" label="Từ ngày" type="date" value={typed.from} onChange={set('from')} required />
      <LineField
        id="delivery-source"
        label="Căn cứ (bảng giá, quyết định)"
        value={typed.source}
        onChange={set('source')}
        required
      />
    </FormBox>
  )
}

function NewFreightRate({ carriers }: { carriers: { code: string; name: string }[] }) {
  const form = useForm({
    empty: { carrier: '', twoWay: '', from: '' },
    path: '/freight-rates',
    refresh: '/freight-rates',
    toBody: ({ carrier, twoWay, from }) => ({ carrier, twoWay: wholeNumber(twoWay), from }),
  })
  const { typed, set } = form
  return (
    <FormBox title="Đặt phí hai chiều" button="Đặt mức phí" done="Mức mới áp dụng từ ngày đã ghi." form={form}>
      <ChoiceField
        id="freight-carrier"
        label="Đơn vị vận chuyển"
        placeholder="Chọn"
        choices={carriers.map(({ code, name }) => [code, name] as const)}
        value={typed.carrier}
        onChange={set('carrier')}
      />
      <LineField
        id="freight-fee"
        label="Phí hai chiều (đ)"
        inputMode="numeric"
        value={typed.twoWay}
        onChange={set('twoWay')}
        required
      />
      <LineField id="freight-from" label="Từ ngày" type="date" value={typed.from} onChange={set('from')} required />
    </FormBox>
  )
}
