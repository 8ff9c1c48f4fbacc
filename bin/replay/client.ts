import type { SeenCase } from '#capabilities/cases/contract/seen.ts'

/** What a client reads of a reply. */
export interface Reply {
  status: number
  done?: { version: number; repeated: boolean }
  id?: string
  secret?: { queryCode?: string }
  view?: { item: SeenCase; may: string[] } | null
  item?: SeenCase
  may?: string[]
  rows?: unknown[]
  cookie?: string
  because?: { zh: string; en: string }
}

/** A client of the public interface: one for everybody, who differ by their cookies. */
export const clientOf =
  (address: string, district: string) =>
  async (
    method: 'GET' | 'POST',
    path: string,
    { cookie, key, body }: { cookie?: string; key?: string; body?: object | FormData } = {},
  ): Promise<Reply> => {
    const form = body instanceof FormData
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        'linli-district': district,
        'linli-device': 'a replaying phone',
        ...(cookie && { cookie: `linli=${cookie}` }),
        ...(key && { 'idempotency-key': key }),
        ...(body && !form && { 'content-type': 'application/json' }),
      },
      ...(body && { body: form ? body : JSON.stringify(body) }),
    })
    const read: unknown = await response.json()
    const set = response.headers.getSetCookie().find((one) => one.startsWith('linli='))
    const reply: Reply = Array.isArray(read)
      ? { status: response.status, rows: read }
      : { ...(typeof read === 'object' ? read : {}), status: response.status }
    return set ? { ...reply, cookie: decodeURIComponent(set.slice(6).split(';')[0] ?? '') } : reply
  }
export type Client = ReturnType<typeof clientOf>
