import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { callKeeper, keep } from './keeper.ts'

const nothing = async () => {}

test('a folder is kept by one at a time, and whoever calls is given what they asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-keeper-'))
  assert.equal(await callKeeper(folder), undefined)
  const leave = await keep(folder, async (caller) => void caller.end('here you are'))
  await assert.rejects(keep(folder, nothing), /another process of linli has the database in .* open: end it first/)
  const caller = await callKeeper(folder)
  caller?.write('copy\n')
  let heard = ''
  for await (const piece of caller ?? []) heard += piece
  assert.equal(heard, 'here you are')
  await leave()
  assert.equal(await callKeeper(folder), undefined)
  rmSync(folder, { recursive: true })
})

test('of several that begin at once, one keeps the folder, also where a killed one left its socket', async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'linli-keeper-'))
    if (turn % 2 === 1) writeFileSync(join(folder, 'linli.sock'), '')
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => keep(folder, nothing)))
    const kept = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    assert.equal(kept.length, 1)
    await assert.rejects(keep(folder, nothing), /another process/)
    for (const leave of kept) await leave()
    rmSync(folder, { recursive: true })
  }
})

test('a folder of too long a path for a socket is refused, and its length said', async () => {
  const folder = join(tmpdir(), `linli-keeper-${'long'.repeat(30)}`)
  await assert.rejects(keep(folder, nothing), /too long: LINLI_DATA may have 89 bytes/)
  await assert.rejects(callKeeper(folder), /too long/)
  assert.ok(!existsSync(folder))
})

test('what a keeper that was killed left behind keeps nobody out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-keeper-'))
  const path = join(folder, 'linli.sock')
  const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('listening'))`
  const killed = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(killed.stdout, 'data')
  await assert.rejects(keep(folder, nothing), /another process/)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  assert.ok(existsSync(path))
  const leave = await keep(folder, nothing)
  assert.ok(await callKeeper(folder).then((caller) => caller?.destroy()))
  await leave()
  rmSync(folder, { recursive: true })
})
