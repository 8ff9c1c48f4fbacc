import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type TSchema, Type } from 'typebox'
import { type Words, words } from '#kernel/words.ts'
import type { Fields, SheetColumn } from './column.ts'
import { sheetColumns } from './columns.ts'
import { columnsIn } from './head.ts'
import { meaningOf } from './meaning.ts'
import type { GridCell } from './reading/grid.ts'
import { saidCellsOf } from './said.ts'
import { templateOf } from './template.ts'

const columnOf = (schema: TSchema, required = true, values?: Record<string, Words>): SheetColumn => {
  const entry = Type.Object({ x: required ? schema : Type.Optional(schema) })
  const found = sheetColumns(entry, { x: { name: words('格', 'cell'), ...(values && { values }) } }).at(-1)
  assert.ok(found)
  return found
}
const code = columnOf(Type.String({ minLength: 1, pattern: '^[A-Za-z0-9.-]+$' }))
const free = columnOf(Type.String())
const choice = columnOf(Type.Enum(['grid', 'street']))
const count = columnOf(Type.Integer({ minimum: 0 }))
const flag = columnOf(Type.Boolean())
const day = columnOf(Type.String({ format: 'date' }))
const list = columnOf(Type.Array(Type.Integer()))
const names = columnOf(Type.Array(Type.String()))
const kinds = { warm: words('暖新驿站', 'warm station'), shared: words('共享驿站', 'shared station') }
const kind = columnOf(Type.Enum(['warm', 'shared']), true, kinds)
const needs = columnOf(Type.Array(Type.Enum(['water', 'rest'])), true, {
  water: words('饮水', 'water'),
  rest: words('歇脚', 'rest'),
})

const things = (fields: Fields, schema: TSchema): SheetColumn => {
  const found = sheetColumns(Type.Object({ x: Type.Optional(schema) }), { x: { name: words('格', 'cell') }, ...fields }).at(-1)
  assert.ok(found)
  return found
}
const named = (zh: string, en: string, values?: Record<string, Words>) => ({ name: words(zh, en), ...(values && { values }) })
const seat = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 10 }),
  office: Type.Enum(['chair', 'member']),
  until: Type.Optional(Type.String({ format: 'date' })),
  post: Type.Optional(Type.Object({ role: Type.String() })),
})
const seatFields = {
  ...{
    name: named('姓名', 'Name'),
    until: named('任期到', 'Until'),
    post: named('岗位', 'Post'),
    role: named('平台岗位', 'Role'),
  },
  office: named('职务', 'Office', { chair: words('主任', 'chair'), member: words('委员', 'member') }),
}
const seats = things(seatFields, Type.Array(seat))
const span = things(
  { hours: named('个工作小时', 'working hours'), days: named('天', 'days') },
  Type.Union([
    Type.Object({ hours: Type.Number({ exclusiveMinimum: 0 }) }, { additionalProperties: false }),
    Type.Object({ days: Type.Number({ exclusiveMinimum: 0, maximum: 60 }) }, { additionalProperties: false }),
  ]),
)
const leadFields = {
  kind: named('单位类型', 'Kind', { bureau: words('部门', 'bureau'), street: words('街道', 'street') }),
  code: named('代码', 'Code'),
}
const oneLead = Type.Union([
  Type.Object({ kind: Type.Literal('bureau'), code: Type.String() }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('street') }, { additionalProperties: false }),
])
const lead = things(leadFields, oneLead)
const leads = things(leadFields, Type.Array(oneLead))
const origin = things(
  { system: named('系统', 'System'), id: named('编号', 'Number') },
  Type.Object({ system: Type.String(), id: Type.String() }),
)
const time = Type.String({ pattern: '^[0-2][0-9]:[0-5][0-9]$' })
const days = { '1': words('周一', 'Mon'), '2': words('周二', 'Tue'), '3': words('周三', 'Wed'), '7': words('周日', 'Sun') }
const week = things(
  { days: named('星期', 'Days', days), slots: named('时间', 'Hours') },
  Type.Array(
    Type.Object({
      days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
      slots: Type.Array(Type.Object({ opens: time, closes: time })),
    }),
  ),
)

const said = (text: string): GridCell => ({ column: 0, kind: 'words', words: text })
const number = (value: number, more: { digits?: string; moment?: string; dated?: boolean } = {}): GridCell => ({
  ...{ column: 0, kind: 'number', value, digits: String(value), dated: false },
  ...more,
})
const newYear = { moment: '2026-12-31T00:00:00' }
const formula: GridCell = { column: 0, kind: 'formula' }

/** A cell, what stands there now, and what it means: a value, what is wrong, or how it was read. */
const table: [
  name: string,
  column: SheetColumn,
  cell: GridCell | undefined,
  stands: unknown,
  meant: [value: unknown, flaw?: RegExp | undefined, notice?: RegExp],
][] = [
  ['words', free, said('路灯'), undefined, ['路灯']],
  ['words between blanks', free, said(' 路灯\u3000'), undefined, ['路灯', undefined, /空格/]],
  ['blanks that stand there already', free, said('路灯 '), '路灯 ', ['路灯 ']],
  ['full-width signs in free words stay', free, said('（１）路灯'), undefined, ['（１）路灯']],
  ['full-width signs in a code', code, said('ａ．１'), undefined, ['a.1', undefined, /全角/]],
  ['full-width signs in a choice', choice, said('ｇｒｉｄ '), undefined, ['grid', undefined, /全角/]],
  ['what a choice is called', kind, said('暖新驿站'), undefined, ['warm']],
  ['the same in English, as somebody types it', kind, said('Warm Station'), undefined, ['warm']],
  ['the code of a choice', kind, said('warm'), undefined, ['warm']],
  ['several of a list', needs, said('饮水，歇脚、'), undefined, [['water', 'rest']]],
  ['one of a list', needs, said('饮水'), undefined, [['water']]],
  ['a list as programs write it', needs, said('["rest"]'), undefined, [['rest']]],
  ['none of a list that may be empty', needs, undefined, undefined, [[]]],
  ['a number for a code', code, number(345), undefined, ['345', undefined, /数字/]],
  ['a number shown with its zeros', code, number(345, { digits: '0345' }), '0345', ['0345', undefined, /数字/]],
  ['a number that lost its zeros', code, number(345), '0345', [undefined, /前面的 0/]],
  ['words that lost their zeros', code, said('345'), '0345', [undefined, /前面的 0/]],
  ['other words of digits', code, said('346'), '0345', ['346']],
  ['a code that became a day', code, number(46387, { ...newYear, dated: true }), undefined, [undefined, /变成了日期 2026-12-31/]],
  ['a number too long for a spreadsheet', code, number(1.2345678901234568e17), undefined, [undefined, /丢失位数/]],
  ['the same as a CSV has it', code, said('1.23457E+17'), undefined, [undefined, /丢失位数/]],
  ['a decimal for a code', code, number(1.1), undefined, [undefined, /丢失位数/]],
  ['a yes for words', free, { column: 0, kind: 'yesNo', yes: true }, undefined, [undefined, /文字/]],
  ['nothing where words may be empty', free, undefined, undefined, ['']],
  ['nothing where something is needed', code, undefined, undefined, [undefined]],
  ['nothing where nothing is needed', columnOf(Type.String(), false), undefined, undefined, [undefined]],
  ['a formula', free, formula, undefined, [undefined, /选择性粘贴/]],
  ['a formula for a number', count, formula, undefined, [undefined, /选择性粘贴/]],
  ['an error of a spreadsheet', count, { column: 0, kind: 'fault', words: '#REF!' }, undefined, [undefined, /#REF!/]],
  ['a number', count, number(7), undefined, [7]],
  ['a number in words', count, said(' 7'), undefined, [7]],
  ['a full-width number', count, said('７'), undefined, [7, undefined, /全角/]],
  ['a day for a number', count, number(46387, { ...newYear, dated: true }), undefined, [undefined, /数字/]],
  ['words for a number', count, said('七'), undefined, [undefined, /数字/]],
  ['yes', flag, said('是'), undefined, [true]],
  ['no in capitals', flag, said('NO '), undefined, [false]],
  ['a checkbox', flag, { column: 0, kind: 'yesNo', yes: false }, undefined, [false]],
  ['one for yes', flag, number(1), undefined, [true]],
  ['perhaps', flag, said('也许'), undefined, [undefined, /是.*否/]],
  ['a day', day, said('2026-12-31'), undefined, ['2026-12-31']],
  ['a day as people write it', day, said('2026年12月31日'), undefined, ['2026-12-31', undefined, /2026-12-31/]],
  ['a day with slashes', day, said('2026/3/1'), undefined, ['2026-03-01', undefined, /2026-03-01/]],
  ['a day that there is not', day, said('2026-02-30'), undefined, [undefined, /日期/]],
  ['a day as a spreadsheet keeps it', day, number(46387, { ...newYear, dated: true }), undefined, ['2026-12-31']],
  ['the number of a day', day, number(46387, newYear), undefined, ['2026-12-31', undefined, /46387/]],
  ['a time of a day', day, number(46387.5, { moment: '2026-12-31T12:00:00', dated: true }), undefined, [undefined, /日期/]],
  ['a list', list, said('[1, 2]'), undefined, [[1, 2]]],
  [
    'things, each on a line',
    seats,
    said('姓名：王敏；职务：主任\n姓名: 李强; Office: member; 任期到：2026年3月1日'),
    undefined,
    [
      [
        { name: '王敏', office: 'chair' },
        { name: '李强', office: 'member', until: '2026-03-01' },
      ],
    ],
  ],
  [
    'a thing with one inside',
    seats,
    said('姓名：王敏；职务：主任；平台岗位：书记'),
    undefined,
    [[{ name: '王敏', office: 'chair', post: { role: '书记' } }]],
  ],
  [
    'things as programs write them',
    seats,
    said('[{"name":"王敏","office":"chair"}]'),
    undefined,
    [[{ name: '王敏', office: 'chair' }]],
  ],
  ['no things', seats, undefined, undefined, [undefined]],
  [
    'a thing without what it must have',
    seats,
    said('姓名：王敏；职务：主任\n姓名：李强'),
    undefined,
    [undefined, /第 2 项：缺“职务”/],
  ],
  [
    'a field that there is not',
    seats,
    said('姓名：王敏；职位：主任'),
    undefined,
    [undefined, /没有“职位”这一栏，可写：姓名、职务/],
  ],
  ['a field told twice', seats, said('姓名：王敏；姓名：李强；职务：主任'), undefined, [undefined, /“姓名”写了两次/]],
  [
    'a value that its field does not take',
    seats,
    said('姓名：王敏；职务：书记'),
    undefined,
    [undefined, /“职务”应为：只能是：主任、委员/],
  ],
  [
    'a day in it that there is not',
    seats,
    said('姓名：王敏；职务：主任；任期到：2026-02-30'),
    undefined,
    [undefined, /“任期到”.*日期/],
  ],
  ['words that belong to no field', seats, said('王敏'), undefined, [undefined, /没有“王敏”这一栏/]],
  ['a measure', span, said('4 个工作小时'), undefined, [{ hours: 4 }]],
  ['a measure without 个', span, said('2.5工作小时'), undefined, [{ hours: 2.5 }]],
  ['a measure in English', span, said('３０ Days'), undefined, [{ days: 30 }]],
  ['a measure as programs write it', span, said('{"days":30}'), undefined, [{ days: 30 }]],
  ['a measure of no such unit', span, said('4 小时'), undefined, [undefined, /没有“小时”这个单位，可写：工作小时、天/]],
  ['a measure that is a number alone', span, said('4'), undefined, [undefined, /缺单位/]],
  ['a choice of things', lead, said('单位类型：部门；代码：urban'), undefined, [{ kind: 'bureau', code: 'urban' }]],
  ['another of them', lead, said('单位类型：街道'), undefined, [{ kind: 'street' }]],
  ['a measure that is too long', span, said('61 天'), undefined, [undefined, /单位前应为：数字 > 0 ≤ 60/]],
  ['a measure of nothing', span, said('0 天'), undefined, [undefined, /单位前应为：数字 > 0/]],
  ['a measure in the singular', span, said('1 Day'), undefined, [{ days: 1 }]],
  ['a measure in words', span, said('两天'), undefined, [undefined, /应以数字开头，如 4 个工作小时/]],
  ['a number where a measure is meant', span, number(4), undefined, [undefined, /缺单位/]],
  ['a thing that lacks what its kind has', lead, said('单位类型：部门'), undefined, [undefined, /合在一起不对/]],
  ['several of which one does', leads, said('单位类型：街道\n单位类型：部门'), undefined, [undefined, /第 2 项：各项单独看都对/]],
  [
    'marks at the end of a field',
    lead,
    said('单位类型：部门；；\n代码：urban；'),
    undefined,
    [{ kind: 'bureau', code: 'urban' }],
  ],
  ['neither of them', lead, said('代码：urban'), undefined, [undefined, /缺“单位类型”/]],
  ['one thing', origin, said('系统：党员系统；编号：7'), undefined, [{ system: '党员系统', id: '7' }]],
  [
    'days by name, in ranges, and hours',
    week,
    said('星期：周一至周三、周日；时间：08:30-11:30、14:00–17:30\n星期：周二；时间：'),
    undefined,
    [
      [
        {
          days: [1, 2, 3, 7],
          slots: [
            { opens: '08:30', closes: '11:30' },
            { opens: '14:00', closes: '17:30' },
          ],
        },
        { days: [2], slots: [] },
      ],
    ],
  ],
  ['an hour that there is not', week, said('星期：周一；时间：8点到9点'), undefined, [undefined, /“时间”应为：如 08:30/]],
  ['a list that breaks off', list, said('[1,'), undefined, [undefined, /JSON/]],
]

suite('what a cell means', () => {
  for (const [name, column, cell, stands, [value, flaw, notice]] of table)
    test(name, () => {
      const meant = meaningOf(column, cell, stands)
      assert.deepEqual(meant.value, value)
      assert.match(meant.flaw?.zh ?? '', flaw ?? /^$/)
      assert.match(meant.notice?.zh ?? '', notice ?? /^$/)
    })

  test('a head is known by the words of either language, by both, and by the name of the field, in any width and case', () => {
    const columns = sheetColumns(Type.Object({ x: Type.String() }), { x: { name: words('编号', 'Its Code') } })
    for (const head of ['编号 Its Code', '编号', 'its code', 'X', '编号\nＩｔｓ　Ｃｏｄｅ']) {
      const { places, problems } = columnsIn(columns, { row: 1, cells: [{ column: 3, kind: 'words', words: head }] })
      assert.deepEqual([[...places.values()], problems], [[3], []], head)
    }
    const wrong = columnsIn(columns, {
      row: 2,
      cells: [said('x'), { column: 1, kind: 'words', words: '别的' }, { column: 27, kind: 'words', words: 'x' }],
    })
    assert.deepEqual(
      wrong.problems.map(({ cell }) => cell),
      ['B2', 'AB2'],
    )
    assert.match(columnsIn(columns, undefined).problems[0]?.because.zh ?? '', /缺少/)
  })

  test('a field without words, and two of one name, are mistakes of ours', () => {
    const entry = Type.Object({ a: Type.String(), b: Type.String() })
    assert.throws(() => sheetColumns(entry, { a: { name: words('甲', 'A') } }), /the field b has no words/)
    assert.throws(() => sheetColumns(entry, { a: { name: words('甲', 'A') }, b: { name: words('甲', 'B') } }), /called 甲/)
  })
})

suite('what may stand in a cell', () => {
  const forms = [
    ['^[a-z0-9][a-z0-9-]*$', '文字，最多 60 个字，只用小写字母、数字和连字符'],
    ['^(?=odd)x$', '文字，最多 60 个字'],
  ] as const
  for (const [pattern, told] of forms)
    test(`is told in words, never as a pattern: ${pattern}`, () => {
      assert.equal(columnOf(Type.String({ pattern, maxLength: 60 })).allowed.zh, told)
    })
})

test('whatever a list holds, what people read of it is read back as it was', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', 'b', ' ', '、', ',', ';', '[', '"', '\n'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (x) => {
      const [text = ''] = saidCellsOf([names], { entry: { x }, version: 1, ends: null })
      assert.deepEqual(meaningOf(names, text === '' ? undefined : said(text), undefined).value, x)
    }),
  )
})

test('whatever things hold, what people read of them is read back as it was', () => {
  const word = fc.string({
    unit: fc.constantFrom('甲', 'b', '1', ' ', '、', '；', ';', '：', ':', '[', '{', '"', '\n', '姓名：'),
    minLength: 1,
    maxLength: 6,
  })
  const one = fc.record(
    {
      name: word,
      office: fc.constantFrom('chair', 'member'),
      until: fc.constant('2026-03-01'),
      post: fc.record({ role: word }, { noNullPrototype: true }),
    },
    { requiredKeys: ['name', 'office'], noNullPrototype: true },
  )
  fc.assert(
    fc.property(fc.array(one, { maxLength: 3 }), (x) => {
      const [text = ''] = saidCellsOf([seats], { entry: { x }, version: 1, ends: null })
      assert.deepEqual(meaningOf(seats, text === '' ? undefined : said(text), undefined).value, x)
    }),
  )
  const [text] = saidCellsOf([week], {
    entry: { x: [{ days: [1, 2, 3, 7], slots: [{ opens: '08:30', closes: '11:30' }] }] },
    version: 1,
    ends: null,
  })
  assert.equal(text, '星期：周一至周三、周日；时间：08:30–11:30')
})

test('how things are written is said in the notes, with what may stand in each field', () => {
  assert.equal(
    seats.allowed.zh,
    '一行一项（单元格内换行按 Alt+Enter），每项写：姓名：文字，最多 10 个字；职务：主任 或 委员；任期到：日期，如 2026-12-31（可不填）；平台岗位：文字（可不填）',
  )
})

test('a template offers what choices are called, and a notes sheet says so', () => {
  const [sheet, notes] = templateOf('驿站', [kind, needs], [{ key: 'a', entry: { x: 'warm' }, version: 1, ends: null, tip: '' }])
  assert.deepEqual(
    sheet?.head.map(({ choices }) => choices),
    [['暖新驿站', '共享驿站'], []],
  )
  assert.match(JSON.stringify(notes?.rows), /可以几个，用“、”隔开，只能是：饮水、歇脚/)
})
