import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as safeRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isRefusal } from '../../flow/refusal.ts'
import { type Words, words } from '../../words.ts'
import { addressOf, hostOf, loopbackAllowed, mayReach, notPublic } from './address.ts'
import { signatureOf } from './sign.ts'

/** What is sent, where to, and what it is signed with. */
export interface Letter {
  id: string
  body: string
  address: string
  secret: string
}

/** How a receiver is reached: given by tests only. */
export interface Way {
  /** How long to wait for everything, in milliseconds. */
  patience?: number
  /** All addresses that a name leads to. */
  lookUp?: (host: string) => Promise<{ address: string; family: number }[]>
}

/** So much of an answer is read, in bytes. */
const mostRead = 1024

const lookUpAll: NonNullable<Way['lookUp']> = (host) => lookup(host, { all: true })

/**
 * Sends a letter once. The name is looked up here, every address that it leads to is checked, and the connection goes to those
 * that were checked, whatever the name says a moment later. Redirections are not followed. Gives why it did not arrive, or
 * nothing where the receiver said 2xx. Does not throw.
 */
export async function post(
  { id, body, address, secret }: Letter,
  at: Temporal.Instant,
  { patience = 10_000, lookUp = lookUpAll }: Way = {},
): Promise<Words | undefined> {
  const loopback = loopbackAllowed()
  const url = addressOf(address, loopback)
  if (isRefusal(url)) return url.because
  const signal = AbortSignal.timeout(patience)
  try {
    const host = hostOf(url)
    const found = await inTime(lookUp(host), signal)
    const [first] = found
    if (!first) return words(`找不到 ${host} 的地址`, `${host} leads to no address`)
    const refused = found.find((one) => !mayReach(one.address, loopback))
    if (refused) return notPublic(refused.address === host ? host : `${host} (${refused.address})`).because
    const checked: LookupFunction = (_, { all }, done) => (all ? done(null, found) : done(null, first.address, first.family))
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Linli-Webhook/1',
      'linli-delivery': id,
      'linli-signature': signatureOf(secret, at, body),
    }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? safeRequest : plainRequest
      send(url, { method: 'POST', headers, lookup: checked, signal, agent: false }, resolve).on('error', reject).end(body)
    })
    const status = answer.statusCode ?? 0
    const said = await beginningOf(answer)
    return status >= 200 && status < 300 ? undefined : refusedWith(status, said)
  } catch (error) {
    return signal.aborted
      ? words(`${patience / 1000} 秒内没有答复`, `no answer within ${patience / 1000} s`)
      : notConnected(reasonOf(error))
  }
}

const refusedWith = (status: number, said: string): Words => {
  const [zh, en] = said === '' ? ['', ''] : [`：${said}`, `: ${said}`]
  if (status >= 300 && status < 400)
    return words(
      `对方答复 ${status}（跳转），跳转不会跟随，请填写最终地址`,
      `the receiver answered ${status}, and redirections are not followed: give the final address`,
    )
  return words(`对方答复 ${status}${zh}`, `the receiver answered ${status}${en}`)
}

/** The beginning of an answer, as text that can be kept and shown. What cannot be read is left out: its status has been. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of answer) {
      parts.push(Buffer.from(part))
      length += parts.at(-1)?.length ?? 0
      if (length >= mostRead) break
    }
  } catch {
    // The status is what counts.
  }
  answer.destroy()
  return readable(Buffer.concat(parts).subarray(0, mostRead).toString()).slice(0, 200)
}

const readable = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()

/** Why no connection came about, where that has a usual cause, in words; with what the system calls it, for whoever keeps the other end. */
function notConnected(reason: string): Words {
  const [zh, en] = usual[reason] ?? ['', '']
  return words(`无法连接：${zh}${reason}`, `could not connect: ${en}${reason}`)
}

const usual: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOTFOUND: ['网址里的主机名查不到，请核对 ', 'there is no such host, check the address, '],
  EAI_AGAIN: ['域名暂时解析不了 ', 'its name cannot be looked up just now, '],
  ECONNREFUSED: ['对方没有在这个端口上收 ', 'nobody listens at that port, '],
  ECONNRESET: ['对方中断了连接 ', 'it broke the connection off, '],
  CERT_HAS_EXPIRED: ['对方的证书已过期 ', 'its certificate has expired, '],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['对方的证书是自签的 ', 'its certificate is signed by itself, '],
}

/** Why a connection failed, by its code where it has one: messages of the system name addresses that are nobody's business. */
const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : readable(error.message).slice(0, 200)
    : 'unknown'

/** What a promise gives, unless the time is up before: a lookup cannot be broken off. */
const inTime = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
