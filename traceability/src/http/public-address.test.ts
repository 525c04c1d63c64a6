import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFault, isLoopback } from './public-address.ts'

const REFUSED: [what: string, ...addresses: string[]][] = [
  ['unspecified', '0.0.0.0', '0.1.2.3', '::'],
  ['private', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
  ['private in IPv6', 'fc00::1', 'fd12:3456:789a::1'],
  ['CGNAT', '100.64.0.1', '100.127.255.255'],
  ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
  ['link-local', '169.254.0.1', '169.254.255.255', 'fe80::1', 'febf::1'],
  ['site-local, long given up', 'fec0::1'],
  [
    'cloud metadata',
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    'fd00:ec2::254',
    'fd20:ce::254',
  ],
  ['for protocols', '192.0.0.8', '2001::1', '2001:1::1', '2001:20::1'],
  ['documentation', '192.0.2.1', '198.51.100.7', '203.0.113.255', '2001:db8::1', '3fff:1::1'],
  ['benchmarks', '198.18.0.1', '198.19.255.255', '2001:2::1'],
  ['relays and anycast services', '192.88.99.1', '192.31.196.1', '192.52.193.1', '192.175.48.1', '2620:4f:8000::1'],
  ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  ['reserved and broadcast', '240.0.0.1', '255.255.255.255', '4000::1', '5f00::1', '100::1'],
  ['IPv4-mapped', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '0:0:0:0:0:ffff:10.0.0.1'],
  ['IPv4-compatible', '::127.0.0.1', '::8.8.8.8'],
  ['NAT64', '64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1'],
  ['6to4 and Teredo', '2002:7f00:1::1', '2002:808:808::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['with a zone', 'fe80::1%eth0', '2606:4700::1111%eth0'],
  ['no address', '', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3.4.5', '8.8.8.8:53', '[::1]'],
]

describe('an address', () => {
  it.each(REFUSED)('%s is refused', (_what, ...addresses) => {
    for (const address of addresses) expect(addressFault(address), address).not.toBeNull()
  })

  it.each([
    ...['8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
    ...['128.0.0.1', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255'],
    ...['192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '168.63.129.15', '168.63.129.17'],
    ...['2606:4700:4700::1111', '2001:4860:4860::8888', '2400:cb00::1', '2001:200::1', '2003::1', '3ffe::1'],
  ])('of the public internet is taken: %s', (address) => {
    expect(addressFault(address)).toBeNull()
  })

  it('outside 2000::/3 is refused, whichever it is', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16)
        fc.pre(first < 0x2000 || first > 0x3fff)
        expect(addressFault(address)).not.toBeNull()
      }),
    )
  })

  it('is loopback when it is this machine’s own', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopback)).toBe(true)
    expect(['10.0.0.1', '0.0.0.0', '::', '::ffff:127.0.0.1', '169.254.169.254', 'x'].some(isLoopback)).toBe(false)
  })
})
