import { Button, Heading, Label, StatusBadge, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SellerEntry as Entry } from '../../sellers/list-sellers'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'
import { LineField } from './line-field'
import { SellerPeople } from './seller-people'

/** One seller: its account, and stopping or lifting its selling. */
export function SellerEntry({ seller }: { seller: Entry }) {
  const { id, name, status, taxCode, suspension, account } = seller
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [untilDay, setUntilDay] = useState('')
  const queries = useQueryClient()
  const write = useMutation({
    networkMode: 'always',
    mutationFn: ({ path, body }: { path: string; body: Record<string, unknown>; said: string }) => askShop(path, body),
    onSuccess: async (_answer, { said }) => {
      toast.success(said, { description: name })
      setAsking(false)
      await queries.invalidateQueries({ queryKey: ['/sellers'] })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  const show = useMutation({
    networkMode: 'always',
    mutationFn: (accountId: string) => askShop<{ number: string }>(`/bank-accounts/${accountId}/number`, {}),
    onError: (error) => toast.error('Chưa xem được', { description: error.message }),
  })
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {name}
        </Heading>
        {status === 'open' ? null : <StatusBadge color="red">Tạm ngừng bán</StatusBadge>}
        {account?.state === 'unverified' ? <StatusBadge color="orange">Tài khoản chờ xác nhận</StatusBadge> : null}
      </div>
      <Facts>
        <Fact name="Mã số thuế">{taxCode}</Fact>
        <Fact name="Lý do tạm ngừng">{suspension?.reason ?? null}</Fact>
        <Fact name="Đến hết ngày">{suspension ? (suspension.untilDay ?? 'khi dỡ bỏ') : null}</Fact>
        <Fact name="Tài khoản">
          {account
            ? `${account.bankName}, ${show.data?.number ?? `••••${account.lastFour}`}, ${account.holder}`
            : 'Chưa có'}
        </Fact>
      </Facts>
      <div className="flex flex-wrap gap-2">
        {account?.state === 'unverified' ? (
          <>
            <Button size="small" variant="secondary" isLoading={show.isPending} onClick={() => show.mutate(account.id)}>
              Hiện số (có ghi nhật ký)
            </Button>
            <Button
              size="small"
              isLoading={write.isPending}
              onClick={() =>
                write.mutate({ path: `/bank-accounts/${account.id}/verify`, body: {}, said: 'Đã xác nhận tài khoản' })
              }
            >
              Xác nhận tài khoản
            </Button>
          </>
        ) : null}
        {suspension ? (
          <Button
            size="small"
            variant="secondary"
            isLoading={write.isPending}
            onClick={() => write.mutate({ path: `/producers/${id}/lift`, body: {}, said: 'Đã cho bán lại' })}
          >
            Cho bán lại
          </Button>
        ) : null}
        {status === 'open' && !asking ? (
          <Button size="small" variant="secondary" onClick={() => setAsking(true)}>
            Tạm ngừng bán…
          </Button>
        ) : null}
      </div>
      <SellerPeople producerId={id} />
      {asking ? (
        <div className="flex max-w-xl flex-col gap-3 border-t pt-3">
          <Label htmlFor={`why-${id}`} size="small">
            Lý do (chủ thể đọc nguyên văn)
          </Label>
          <Textarea
            id={`why-${id}`}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <LineField
            id={`until-${id}`}
            label="Đến hết ngày (để trống nếu chưa biết)"
            type="date"
            value={untilDay}
            onChange={setUntilDay}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              variant="danger"
              isLoading={write.isPending}
              onClick={() =>
                write.mutate({
                  path: `/producers/${id}/suspend`,
                  body: { reason, untilDay: untilDay || null },
                  said: 'Đã tạm ngừng bán',
                })
              }
            >
              Tạm ngừng bán
            </Button>
            <Button size="small" variant="secondary" onClick={() => setAsking(false)}>
              Thôi
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}
