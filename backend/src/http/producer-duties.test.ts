import { OWN_PRODUCER_ROUTES } from '../api/producer/own-routes'
import { may } from '../producers/member-verbs'
import { dutyOf } from './producer-duties'

const writes = OWN_PRODUCER_ROUTES.flatMap(({ matcher, methods }) =>
  methods.filter((method) => method !== 'GET').map((method) => `${method} ${matcher.replace(/:\w+/g, 'x')}`),
)
const dutyIn = (route: string) => dutyOf(...(route.split(' ') as [string, string]))

it('lets every member read, and change their own password', () => {
  expect(dutyOf('GET', '/producer/bank-account')).toBeNull()
  expect(dutyOf('POST', '/producer/password')).toBeNull()
})

it('keeps people, money, agreements and the end of a recall to the owner', () => {
  const owners = writes.filter((route) => {
    const duty = dutyIn(route)
    return duty !== null && !may('manager', duty)
  })
  expect(owners.sort()).toEqual([
    'POST /producer/agreements/x/accept',
    'POST /producer/agreements/x/decline',
    'POST /producer/agreements/x/end',
    'POST /producer/bank-account',
    'POST /producer/invitations',
    'POST /producer/invitations/x/withdraw',
    'POST /producer/members/x/reset-link',
    'POST /producer/members/x/role',
    'POST /producer/recalls/x/lift',
  ])
})

it('lets a bookkeeper write no journal and a packer change no listing', () => {
  expect(may('bookkeeper', dutyOf('POST', '/producer/steps') ?? 'members:manage')).toBe(false)
  expect(may('packer', dutyOf('POST', '/producer/listings') ?? 'members:manage')).toBe(false)
  expect(may('packer', dutyOf('POST', '/producer/orders/x/pack') ?? 'members:manage')).toBe(true)
})

it('is not passed by case or a slash at the end, and keeps what nobody named closed', () => {
  expect(dutyOf('POST', '/PRODUCER/Bank-Account/')).toBe('bank:change')
  expect(dutyOf('POST', '/producer/something-new')).toBe('members:manage')
})
