import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { onCluster } from '#testing/cluster.ts'
import { onServer, testDatabase } from '#testing/database.ts'
import type { Acknowledged } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli-kill-'))
const file = join(folder, 'messages.jsonl')
const journal = join(folder, 'data', 'replay-1.jsonl')
const program = fileURLToPath(new URL('../linli.ts', import.meta.url))
const name = `kill_${randomUUID().replaceAll('-', '')}`
const address =
  onServer && process.env.TEST_DATABASE_URL
    ? Object.assign(new URL(process.env.TEST_DATABASE_URL), { pathname: name }).href
    : undefined

// A Citus cluster has its own way to make databases, and a killed client is the same to it: there is no such test there.
const killable = onCluster ? () => {} : test

const matters = [
  '路灯不亮',
  '楼道堆了杂物',
  '下水道堵了',
  '半夜施工太吵',
  '电梯停在五楼',
  '物业收费不公示',
  '医保怎么报销',
  '流浪狗追人',
]
const messages = Array.from({ length: 24 }, (_, number) => ({
  id: `m${number}`,
  at: `2019-04-${String(1 + (number % 8)).padStart(2, '0')}T0${8 + (number % 2)}:15:00+08:00`,
  body: `${matters[number % matters.length]}，请尽快处理`,
  reply: '您好，问题已经处理完毕，感谢监督。',
  repliedAt: `2019-04-${String(12 + (number % 12)).padStart(2, '0')}T15:30:00+08:00`,
}))

function linli(...args: string[]) {
  const env = { ...process.env, LINLI_DATA: join(folder, 'data'), ...(address ? { DATABASE_URL: address } : {}) }
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const hear = (text: Buffer) => {
    output += text.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return { child, output: () => output, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

const acknowledged = (): Acknowledged[] =>
  existsSync(journal)
    ? readFileSync(journal, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line))
    : []

/** What is in the record of those acknowledged: each under its own number, with its own command. */
async function missing(entries: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const database: Database = address ? openServer(address) : await openEmbedded(join(folder, 'data', 'database'))
  try {
    const { rows } = await within(database, { as: 'owner', district: '370703' }, (connection) =>
      sql<{
        key: string
      }>`select item || ' ' || sequence || ' ' || command as key from record.events where district = '370703'`.execute(
        connection,
      ),
    )
    const there = new Set(rows.map(({ key }) => key))
    return entries.filter(({ id, version, command }) => !there.has(`${id} ${version} ${command}`))
  } finally {
    await database.close()
  }
}

after(async () => {
  rmSync(folder, { recursive: true, force: true })
  if (address) await sql`drop database if exists ${sql.id(name)} with (force)`.execute((await testDatabase()).kysely)
})

killable(
  'killed in the middle of a replay: what was acknowledged is there, nothing is half done, and the replay goes on',
  async () => {
    if (address) await sql`create database ${sql.id(name)}`.execute((await testDatabase()).kysely)
    writeFileSync(file, `${messages.map((message) => JSON.stringify(message)).join('\n')}\nthis is no message\n`)
    for (const killAt of [20, 60]) {
      const running = linli('replay', file)
      while (acknowledged().length < killAt && running.child.exitCode === null) await sleep(20)
      running.child.kill('SIGKILL')
      await running.ended
      assert.ok(acknowledged().length >= killAt, running.output())
      assert.deepEqual(await missing(acknowledged()), [])
      const checked = linli('verify')
      assert.equal(await checked.ended, 0, checked.output())
    }
    const rest = linli('replay', file)
    assert.equal(await rest.ended, 0, rest.output())
    assert.match(rest.output(), /line 25 is skipped/)
    assert.match(rest.output(), /going on after \d+ acknowledged commands/)
    assert.match(rest.output(), /received +24\b/)
    const reports = acknowledged().filter(({ command }) => command === 'report')
    assert.equal(new Set(reports.map(({ id }) => id)).size, 24, 'each message became one case')
    assert.deepEqual(await missing(acknowledged()), [])
  },
)
