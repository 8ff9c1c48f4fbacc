import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPassword } from './programs.ts'

test('a password never stands in the list of processes, and of several servers the one that leads is asked', () => {
  const leads = 'target_session_attrs=read-write'
  const taken: [string, string, string | undefined][] = [
    ['postgres://linli:p%40ss@one:5432/linli', 'postgres://linli@one:5432/linli', 'p@ss'],
    [
      'postgres://linli:pass@one:5432,two/linli?sslmode=require',
      `postgres://linli@one:5432,two/linli?sslmode=require&${leads}`,
      'pass',
    ],
    ['postgres://one:5432,two:5432/linli', `postgres://one:5432,two:5432/linli?${leads}`, undefined],
    [`postgres://linli@one,two/linli?${leads}`, `postgres://linli@one,two/linli?${leads}`, undefined],
    ['postgres://linli@one/linli?password=p%25s&sslmode=require', 'postgres://linli@one/linli?sslmode=require', 'p%s'],
    ['postgres://linli@one/linli?password=pass', 'postgres://linli@one/linli', 'pass'],
    ['postgres://127.0.0.1:5432/linli', 'postgres://127.0.0.1:5432/linli', undefined],
  ]
  for (const [address, dbname, password] of taken) assert.deepEqual(withoutPassword(address), { dbname, password })
  assert.throws(() => withoutPassword('postgres://linli:%zz@one/linli'), /write %25/)
})
