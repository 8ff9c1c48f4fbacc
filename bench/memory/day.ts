import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { district } from '#demo/geography/names.ts'
import { meetingPlace } from '#demo/personas.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { closedLoop } from '../load.ts'
import { ask, loop } from '../loop/clients.ts'
import type { Everybody } from './people.ts'

const clients = 8
/** In milliseconds: so long at least between two things that one client does, which holds the load below what the machine can do. */
const pace = 400
/** One in so many things done is what nobody may do as often as they like: photos, and figures that cost much. */
const seldomEvery = 100

/** What people do all day, one after the other; gives how much was done, and why things failed. */
export async function dayOf(address: string, people: Everybody, seconds: number): Promise<{ done: number; failed: string[] }> {
  const failed: string[] = []
  const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: 'darkgreen' } })
    .jpeg()
    .toBuffer()
  const doings = doingsOf(address, people)
  const seldom = [() => upload(address, people.resident, photo), highlights(address, people)]
  let turn = 0
  const next = async () => {
    const number = turn++
    const [some, index] = number % seldomEvery === 0 ? [seldom, number / seldomEvery] : [doings, number]
    const doing = some[index % some.length]
    await Promise.all([doing?.().catch((error: unknown) => void failed.push(String(error))), sleep(pace)])
  }
  const { took } = await closedLoop(clients, seconds, next)
  return { done: took.length, failed }
}

type Doing = () => Promise<unknown>

const reader =
  (address: string, people: Everybody) =>
  (who: keyof Everybody, path: string): Doing =>
  () =>
    ask(address, path, { method: 'GET', cookie: people[who] })

const highlights = (address: string, people: Everybody) => reader(address, people)('leader', `/api/metrics/highlights?${month()}`)

const month = () => {
  const now = systemClock()
  return `from=${now.subtract({ hours: 24 * 30 })}&to=${now}`
}

/** Reports, whole loops, lists of everybody, a case's page, figures, and a search for another word each time. */
function doingsOf(address: string, people: Everybody): Doing[] {
  const read = reader(address, people)
  const report: Doing = () => ask(address, '/api/cases', { method: 'POST', cookie: people.resident, body })
  let words = 0
  return [
    report,
    () => loop(address, people, () => {}, { rated: true }),
    read('department', '/api/cases?scope=queue&sort=due&limit=50'),
    async () => {
      const { id } = await ask<{ id: string }>(address, '/api/cases', { method: 'POST', cookie: people.resident, body })
      for (const part of ['', '/events', '/handlers']) await read('dispatcher', `/api/cases/${id}${part}`)()
    },
    read('community', `/api/cases?community=${meetingPlace.community}&sort=newest&limit=50`),
    read('leader', `/api/metrics/resolutionRate?${month()}&by=unit`),
    () => read('dispatcher', `/api/cases?q=${encodeURIComponent(`路灯 ${words++}号楼`)}&sort=newest&limit=50`)(),
    read('grid', '/api/notices'),
    read('dispatcher', '/api/cases?state=handling,dispatched&sort=due&limit=50'),
  ]
}

const body = { words: '夜里还在打桩，吵得睡不着', place: { code: meetingPlace.estate }, category: 'environment.siteNoise' }

async function upload(address: string, cookie: string, photo: Buffer): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'night.jpg')
  const headers = { cookie, 'linli-district': district.code }
  const reply = await fetch(`${address}/api/files`, { method: 'POST', body: form, headers })
  const said = await reply.text()
  if (!reply.ok) throw new Error(`/api/files: ${reply.status} ${said.slice(0, 200)}`)
}
