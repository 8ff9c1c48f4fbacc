import { BlockList, isIP } from 'node:net'

/** Whether an address, as `Request.ip` has it, is one of some. */
export type Addresses = (address: string) => boolean

/**
 * Reads networks and single addresses with commas between, such as `10.2.0.0/16,2001:db8::/32,192.0.2.7`. Throws where one is none:
 * whoever means to shut a door must not find it open.
 */
export function addressesIn(text: string): Addresses {
  const list = new BlockList()
  for (const one of text.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...more] = one.split('/')
    const family = isIP(address)
    const [name, whole] = family === 4 ? (['ipv4', 32] as const) : (['ipv6', 128] as const)
    const length = bits === undefined ? whole : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (family === 0 || more.length > 0 || !(length <= whole)) throw new Error(`“${one}” is no network, such as 10.2.0.0/16`)
    list.addSubnet(address, length, name)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

/**
 * The network that a request came from, by which strangers are counted: an IPv4 address, however it is written; of IPv6 the /64, which is
 * one line or one phone and holds more addresses than anybody counts.
 */
export function networkOf({ ip }: { ip: string }): string {
  if (isIP(ip) !== 6) return ip
  const [address = ''] = ip.split('%')
  // As URLs write it: no address in dots at its end, and the longest zeros as ::.
  const [front = '', back] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groupsIn = (part = '') => (part === '' ? [] : part.split(':'))
  const [before, after] = [groupsIn(front), groupsIn(back)]
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  const isIPv4 = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
  if (!isIPv4) return `${groups.slice(0, 4).join(':')}::/64`
  const halves = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return halves.flatMap((half) => [half >> 8, half & 255]).join('.')
}
