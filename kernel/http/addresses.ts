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
