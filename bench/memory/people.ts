import { district } from '#demo/geography/names.ts'
import type { People } from '../loop/clients.ts'

/** Who is at work and at home all day: those of the loop, the community's desk, and a leader. */
export interface Everybody extends People {
  community: string
  leader: string
}

/** Signs the people of a demo district in over the wire, as a visitor of the demo does. */
export async function signedIn(address: string): Promise<Everybody> {
  const cookieOf = async (account: string): Promise<string> => {
    const reply = await fetch(`${address}/api/demo/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'linli-district': district.code },
      body: JSON.stringify({ account }),
    })
    const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';')
    if (!reply.ok) throw new Error(`${account}: ${reply.status} ${await reply.text()}`)
    return cookie
  }
  return {
    resident: await cookieOf('resident'),
    grid: await cookieOf('grid'),
    department: await cookieOf('department'),
    dispatcher: await cookieOf('dispatcher'),
    community: await cookieOf('community'),
    leader: await cookieOf('leader'),
  }
}
