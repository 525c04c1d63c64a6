import { BlockList, isIP } from 'node:net'

/**
 * Blocks that are not the public internet, or reach behind it (IANA IPv4 and IPv6 Special-Purpose Address Registries,
 * RFC 6890; addresses at which clouds answer their guests).
 */
const REFUSED_V4: readonly (readonly [block: string, bits: number, what: string])[] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared by a carrier (CGNAT)'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'for protocols'],
  ['192.0.2.0', 24, 'for documentation'],
  ['192.31.196.0', 24, 'for AS112'],
  ['192.52.193.0', 24, 'for AMT'],
  ['192.88.99.0', 24, 'a 6to4 relay'],
  ['192.168.0.0', 16, 'private'],
  ['192.175.48.0', 24, 'for AS112'],
  ['198.18.0.0', 15, 'for benchmarks'],
  ['198.51.100.0', 24, 'for documentation'],
  ['203.0.113.0', 24, 'for documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['168.63.129.16', 32, 'a cloud’s metadata service'],
]

/** Global unicast; all else is loopback, mapped, NAT64, private, link-local, multicast or reserved. */
const GLOBAL_V6 = ['2000::', 3] as const
const REFUSED_V6: readonly (readonly [block: string, bits: number, what: string])[] = [
  ['2001::', 23, 'for protocols (Teredo, ORCHID and others)'],
  ['2001:db8::', 32, 'for documentation'],
  ['2002::', 16, '6to4, which holds an IPv4 address'],
  ['2620:4f:8000::', 48, 'for AS112'],
  ['3fff::', 20, 'for documentation'],
]

const lists = [
  ...REFUSED_V4.map(([block, bits, what]) => ({ list: listOf(block, bits, 'ipv4'), family: 'ipv4' as const, what })),
  ...REFUSED_V6.map(([block, bits, what]) => ({ list: listOf(block, bits, 'ipv6'), family: 'ipv6' as const, what })),
]
const globalV6 = listOf(...GLOBAL_V6, 'ipv6')
const loopbackV4 = listOf('127.0.0.0', 8, 'ipv4')

/**
 * Why nothing may be sent to an address; null for an address of the public internet. In: an IPv4 address in four decimal
 * numbers or an IPv6 address; any other text, also one with a zone, is refused.
 */
export function addressFault(address: string): string | null {
  const family = isIP(address)
  if (family === 0 || address.includes('%')) return 'it is no address'
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  if (kind === 'ipv6' && !globalV6.check(address, 'ipv6')) return 'it is not a global unicast address'
  const found = lists.find((each) => each.family === kind && each.list.check(address, kind))
  return found ? `it is ${found.what}` : null
}

/** Whether an address is this machine's own, by which receivers of a development set-up are reached. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && loopbackV4.check(address, 'ipv4'))
}

function listOf(block: string, bits: number, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  list.addSubnet(block, bits, family)
  return list
}
