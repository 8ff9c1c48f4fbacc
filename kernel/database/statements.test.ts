import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsOf } from './statements.ts'

const table: [what: string, file: string, statements: string[]][] = [
  ['nothing', ' \n-- only a remark; nothing else\n', []],
  ['one, with and without its semicolon', 'select 1;\nselect 2', ['select 1', 'select 2']],
  [
    'semicolons in a text, a name and a remark',
    `select 'a;''b', "c;d" -- e; f\n; select 2;`,
    [`select 'a;''b', "c;d"`, 'select 2'],
  ],
  [
    'a body in dollars, with another inside',
    'do $$ begin; perform $a$x;$a$; end $$; select $b$1;$$2$b$;',
    ['do $$ begin; perform $a$x;$a$; end $$', 'select $b$1;$$2$b$'],
  ],
  ['a minus, a parameter, a cast', 'select 3 - 1, $1::text;', ['select 3 - 1, $1::text']],
]

for (const [what, file, statements] of table)
  test(`a file of SQL falls into its statements: ${what}`, () => assert.deepEqual(statementsOf(file), statements))
