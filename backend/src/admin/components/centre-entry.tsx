import { Button, Heading, Label, StatusBadge, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CentreView } from '../../centres/operator-centres'
import { askShop } from '../ask-shop'
import { dong } from './dong'
import { Fact, Facts } from './facts'

/** One promotion centre: what goes on at it, and stopping or lifting it. */
export function CentreEntry({ centre }: { centre: CentreView }) {
  const { id, name, status, sales } = centre
  const [asking, setAsking] = useState(false)
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {name}
        </Heading>
        {status === 'suspended' ? <StatusBadge color="red">Tạm ngừng</StatusBadge> : null}
        {centre.sample ? <StatusBadge color="grey">Minh họa</StatusBadge> : null}
      </div>
      <Facts>
        <Fact name="Đơn vị">{centre.unit}</Fact>
        <Fact name="Tỉnh">{centre.province || centre.provinceCode}</Fact>
        <Fact name="Điện thoại">{centre.phone}</Fact>
        <Fact name="Thư điện tử">{centre.email}</Fact>
        <Fact name="Điểm bán">{centre.shops.length > 0 ? centre.shops.join(', ') : 'Chưa có'}</Fact>
        <Fact name="Thỏa thuận đang có">{String(centre.agreements)}</Fact>
        <Fact name="Cán bộ đang giữ nhiệm vụ">{String(centre.people)}</Fact>
        <Fact name="Hàng ký gửi đang giữ">{`${new Intl.NumberFormat('vi-VN').format(centre.kept)} gói`}</Fact>
        <Fact name="Bán tại quầy 30 ngày qua">{`${sales.count} lượt, ${dong(sales.total)}`}</Fact>
      </Facts>
      {asking ? (
        <StatusForm centre={centre} onLeave={() => setAsking(false)} />
      ) : (
        <Button size="small" variant="secondary" className="self-start" onClick={() => setAsking(true)}>
          {status === 'active' ? 'Tạm ngừng…' : 'Cho hoạt động lại…'}
        </Button>
      )}
    </li>
  )
}

function StatusForm({ centre: { id, name, status }, onLeave }: { centre: CentreView; onLeave(): void }) {
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const stop = status === 'active'
  const write = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      askShop(`/promotion-centres/${id}`, { status: stop ? 'suspended' : 'active', reason: reason.trim() }),
    onSuccess: async () => {
      toast.success(stop ? 'Đã tạm ngừng' : 'Đã cho hoạt động lại', { description: name })
      onLeave()
      await queries.invalidateQueries({ queryKey: ['/promotion-centres'] })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    write.mutate()
  }
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col items-start gap-3">
      <Label htmlFor={`centre-reason-${id}`} size="small">
        {stop
          ? 'Lý do (ít nhất 10 ký tự). Trung tâm tạm ngừng không lập thỏa thuận mới và chưa được chi tiền; quầy vẫn ghi bán để sổ không thiếu.'
          : 'Lý do (ít nhất 10 ký tự, ghi vào nhật ký)'}
      </Label>
      <Textarea
        id={`centre-reason-${id}`}
        required
        minLength={10}
        maxLength={1000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" size="small" variant={stop ? 'danger' : 'primary'} isLoading={write.isPending}>
          {stop ? 'Tạm ngừng' : 'Cho hoạt động lại'}
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Thôi
        </Button>
      </div>
    </form>
  )
}
