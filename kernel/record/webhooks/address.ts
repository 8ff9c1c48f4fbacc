import { isIP } from 'node:net'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import { isLoopback, isPublicAddress } from './publicAddress.ts'

/** Whether receivers on this very machine are allowed: for tests and demos only. */
export const loopbackAllowed = (): boolean => process.env.LINLI_WEBHOOK_LOOPBACK === '1'

/** The host of an address, as it is looked up: IPv6 without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Whether an address that a name leads to may be sent to. */
export const mayReach = (address: string, loopback: boolean): boolean =>
  isPublicAddress(address) || (loopback && isLoopback(address))

/**
 * Reads a receiver's address: https, no password in it, and where it is a number, one of the open internet. Where names lead
 * is looked at before each sending, for it can change.
 */
export function addressOf(text: string, loopback: boolean): URL | Refusal {
  if (!URL.canParse(text))
    return wrong(
      '接收地址不是有效的网址，应形如 https://example.org/hook',
      'the address is no URL: write it as https://example.org/hook',
    )
  const url = new URL(text)
  const host = hostOf(url)
  const here = loopback && (host === 'localhost' || isLoopback(host))
  if (url.protocol !== 'https:' && !(here && url.protocol === 'http:'))
    return wrong('接收地址必须以 https:// 开头', 'the address must begin with https://')
  if (url.username !== '' || url.password !== '')
    return wrong(
      '接收地址里不能有用户名或密码，请改用签名核对来源',
      'the address must not have a name or password in it: the signature says who sends',
    )
  if (isIP(host) !== 0 && !mayReach(host, loopback)) return notPublic(host)
  return url
}

/** That an address leads into a network of ours or nowhere. */
export const notPublic = (host: string): Refusal =>
  wrong(
    `${host} 不是公网地址，不能作为接收地址；请填写公网可以访问的地址`,
    `${host} is no address of the open internet, and nothing is sent there: give one that is`,
  )

const wrong = (zh: string, en: string): Refusal => refusal('badInput', zh, en)
