import { Fixed } from '#web/shared/form/Fixed.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import type { Field } from '#web/shared/form/SchemaFields.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { UnitName, UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { pathWords } from '#web/shared/register/differences.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import type { Branch } from '../contract/branch.ts'
import { kinds } from '../contract/kinds.ts'
import { valueWords } from './words.ts'

/** The register of estate branches at a desk. */
export default function BranchesRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
/** What stands in an entry is what the register's contract says: it is told from the entry that came. */
const isGroup = (value: unknown): value is Branch['groups'][number] =>
  typeof value === 'object' && value !== null && 'leader' in value
const isHousehold = (value: unknown): value is Branch['households'][number] =>
  typeof value === 'object' && value !== null && 'called' in value
const groupsIn = (value: unknown) => (Array.isArray(value) ? value.filter(isGroup) : [])
const householdsIn = (value: unknown) => (Array.isArray(value) ? value.filter(isHousehold) : [])
const codesIn = (value: unknown) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

const room: Room = {
  ...{ path: 'branches', home: '/console/branches', valueWords },
  title: w('小区党支部', 'Party branches of estates'),
  all: w('‹ 全部党支部', '‹ All branches'),
  fresh: w('登记一个', 'A new one'),
  none: w(
    '还没有登记小区党支部。可以从党员信息系统导出，再用表格导入。',
    'No branch yet: bring them in by the sheet of the system that has them.',
  ),
  retiring: {
    end: w('这个支部撤销了', 'The branch is dissolved'),
    means: w(
      '撤销后不再计入统计，小区可以由别的支部覆盖；登记的内容和经过都留着。',
      'It counts no more, and another may cover its estates; what was written stays.',
    ),
    ended: (on) => w(`从 ${on} 起已撤销。`, `Dissolved from ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ name }) => w(text(name), text(name)),
  meaning: (register, isNew) => ({
    label: (name) => pathWords(register.fields, name),
    value: valueWords,
    about: (path) => abouts[path],
    special: (field) => special(field, isNew),
  }),
  sections: [
    { title: w('支部', 'The branch'), fields: ['code', 'name', 'kind', 'community', 'estates', 'organisations', 'foundedOn'] },
    { title: w('班子', 'Who leads it'), fields: ['secretary', 'committee'] },
    { title: w('楼栋', 'Buildings'), fields: ['groups', 'households'] },
    { title: w('来源', 'Source'), fields: ['source'] },
  ],
  // What another system is master of comes by its sheet: by hand no source is written.
  fieldsFor: ({ kind }) => fields.filter((name) => name !== 'organisations' || kind === 'joint'),
  shows: (name, value) => {
    if (name === 'estates') return <Named codes={codesIn(value)} />
    if (name === 'groups') return groupsIn(value).map((group) => <Group key={group.name} group={group} />)
    if (name === 'households')
      return householdsIn(value).map((one) => <Household key={`${one.building} ${one.called}`} household={one} />)
    return undefined
  },
  begun: () => ({ estates: [], committee: [], groups: [], households: [] }),
  filters: [{ name: 'kind', label: w('建法', 'Kind'), options: optionsOf(kinds) }],
  says: (entry) => <Said entry={entry} />,
}

const fields = [
  ...['code', 'name', 'kind', 'community', 'estates', 'organisations', 'foundedOn', 'secretary', 'committee', 'groups'],
  'households',
]
const abouts: Readonly<Record<string, ReturnType<typeof w>>> = {
  secretary: w('只写姓名，不填电话。', 'The name only, no number.'),
  estates: w('单建只选一个小区。', 'A branch on its own has one estate.'),
}

function special({ path, value, change, optional }: Field, isNew: boolean) {
  if (path === 'code' && !isNew) return <Fixed label={w('代码', 'Code')} words={w(text(value), text(value))} />
  if (path === 'code') return <Line label={w('代码', 'Code')} value={text(value)} change={change} most={60} autoComplete="off" />
  if (path === 'community')
    return (
      <UnitPicker
        {...{ folds: true, optional, choose: change, value: text(value) || undefined }}
        label={w('所属社区', 'Community')}
        kinds={['community']}
      />
    )
  return undefined
}

function Said({ entry: { kind, secretary, estates } }: { entry: Record<string, unknown> }) {
  const say = useSay()
  const count = codesIn(estates).length
  return (
    <>
      {say(valueWords(text(kind)))} ·{' '}
      {say(w(`书记 ${text(secretary)} · 覆盖 ${count} 个小区`, `secretary ${text(secretary)} · estates: ${count}`))}
    </>
  )
}

/** Places by what they are called. */
function Named({ codes }: { codes: readonly string[] }) {
  return (
    <span className="line">
      {codes.map((code) => (
        <UnitName key={code} code={code} />
      ))}
    </span>
  )
}

function Group({ group: { name, leader, buildings } }: { group: Branch['groups'][number] }) {
  const say = useSay()
  return (
    <div>
      {name} · {say(w(`组长 ${leader}`, `led by ${leader}`))}
      <Named codes={buildings} />
    </div>
  )
}

function Household({ household: { building, called } }: { household: Branch['households'][number] }) {
  return (
    <div>
      <UnitName code={building} /> {called}
    </div>
  )
}
