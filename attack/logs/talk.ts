import { randomUUID } from 'node:crypto'
import { everybodysPassword, staff } from '#testing/neighbourhood.ts'
import { lampReport } from '#testing/stage.ts'
import { tell, telltaleJpeg, telltaleName } from '#testing/telltale.ts'

/** What somebody said or was told that no log may have in it, by what it is. */
export type Planted = Map<string, string>

/**
 * A day of a district in small: people report, sign in by each way, look, mistype, send what is no JSON and knock at doors that are
 * not there, with secrets and personal fields in everything that they send. Gives all of them.
 */
export async function talk(address: string, district: string): Promise<Planted> {
  const planted: Planted = new Map(
    Object.entries({
      name: '欧阳独特',
      phone: '13876543210',
      'words of a report': '独特的话：三楼的灯坏了',
      'words of a comment': '独特的补充',
      'reason for a look': '独特的理由',
      'wrong password': 'unique-password-typed-wrong',
      'password typed as a name': 'unique-password-as-name',
      'forged cookie': 'unique-forged-cookie',
      'secret of a phone': `unique-device-${randomUUID()}`,
      'words of no JSON': '独特的残句',
      'words in an address': 'unique-word-in-address',
      'words in a header': 'unique-agent',
      'what hides in a photo, and its name': tell,
      'wrong query code': 'WRNGCDE0WRNG0',
      'everybody’s password': everybodysPassword,
      'account of staff': staff.wangMin.name,
    }),
  )
  const of = (what: string) => planted.get(what) ?? ''

  async function send(method: string, path: string, body?: object | string | FormData, headers: Record<string, string> = {}) {
    const reply = await fetch(address + path, {
      method,
      headers: {
        'linli-district': district,
        'linli-device': of('secret of a phone'),
        'user-agent': of('words in a header'),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    })
    const cookie = /^linli=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1]
    if (cookie) planted.set(`cookie from ${path} ${planted.size}`, decodeURIComponent(cookie))
    const text = await reply.text()
    return { status: reply.status, text, cookie: cookie === undefined ? {} : { cookie: `linli=${cookie}` } }
  }
  const keyed = (more: Record<string, string> = {}) => ({ 'idempotency-key': randomUUID(), ...more })
  const report = lampReport({ words: of('words of a report'), name: of('name'), phone: of('phone') })

  // As a phone does: again under the same key, until it is answered.
  const first = keyed()
  let told = await send('POST', '/api/cases', report, first)
  for (let tries = 0; told.status >= 500 && tries < 20; tries += 1) told = await send('POST', '/api/cases', report, first)
  const { id, secret }: { id: string; secret: { queryCode: string } } = JSON.parse(told.text)
  planted.set('query code', secret.queryCode)
  await send('POST', '/api/cases', { ...report, phone: `${of('phone')}9`, more: of('words of no JSON') }, keyed())
  await send('POST', '/api/cases', `{"words": "${of('words of no JSON')}`, keyed())
  await send('POST', '/api/cases', report, { 'x-request-id': of('phone') })

  const holder = await send('POST', '/api/session/query-code', { code: secret.queryCode })
  await send('POST', '/api/session/query-code', { code: of('wrong query code') })
  await send('GET', `/api/cases/${id}`, undefined, holder.cookie)
  await send('POST', `/api/cases/${id}/comment`, { words: of('words of a comment') }, keyed(holder.cookie))
  await send('POST', '/api/session/phone-code', { phone: of('phone') })
  await send('POST', '/api/session/phone', { phone: of('phone'), code: '000000' })
  await send('POST', '/api/session', { account: `wangMin.${district}`, password: of('wrong password') })
  await send('POST', '/api/session', { account: of('password typed as a name'), password: of('wrong password') })
  await send('GET', '/api/session', undefined, { cookie: `linli=${district}.${of('forged cookie')}` })

  const worker = await send('POST', '/api/session', { account: `wangMin.${district}`, password: everybodysPassword })
  await send('POST', `/api/cases/${id}/accept`, {}, keyed(worker.cookie))
  await send('GET', `/api/cases/${id}`, undefined, worker.cookie)
  await send('POST', `/api/cases/${id}/reveal`, { reason: of('reason for a look') }, worker.cookie)
  await send('POST', '/api/files', await photo(), worker.cookie)
  await send('POST', '/api/files', await photo())
  await send('GET', `/api/cases?words=${encodeURIComponent(of('name'))}`, undefined, worker.cookie)
  await send('GET', `/${of('words in an address')}/${of('phone')}?token=${of('words in an address')}`)
  await send('GET', `/api/cases/${of('words in an address')}`, undefined, worker.cookie)
  await send('GET', `/%zz${of('words in an address')}`)
  await send('DELETE', '/api/session', undefined, worker.cookie)
  return planted
}

/** A photo with all in it that a camera writes, as a form sends it. */
async function photo(): Promise<FormData> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await telltaleJpeg())]), telltaleName)
  return form
}

/** Which of them stand in a text, as they are or as an address would have them. */
export const standingIn = (text: string, planted: Planted): string[] =>
  [...planted].flatMap(([what, value]) =>
    [value, encodeURIComponent(value)].some((one) => text.includes(one)) ? [`${what}: ${around(text, value)}`] : [],
  )

const around = (text: string, value: string) => text.slice(Math.max(0, text.indexOf(value) - 120), text.indexOf(value) + 120)
