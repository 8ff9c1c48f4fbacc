import { Fixed } from '#web/shared/form/Fixed.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import type { Field } from '#web/shared/form/SchemaFields.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { pathWords } from '#web/shared/register/differences.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { roleWords } from '#web/shared/roles.ts'
import { sorts } from '../contract/kinds.ts'
import { text, valueWords } from './words.ts'

/** The register of committees at a desk. */
export default function CommitteesRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const room: Room = {
  ...{ path: 'committees', home: '/console/committees', valueWords },
  title: w('治理委员会', 'Governance committees'),
  all: w('‹ 全部委员会', '‹ All committees'),
  fresh: w('登记一个', 'A new one'),
  none: w(
    '还没有登记委员会。先登记街道的治理委员会，再登记专项委员会。',
    'No committee yet: first that of a street, then its special ones.',
  ),
  retiring: {
    end: w('撤销这个委员会', 'End this committee'),
    means: w('撤销后不能再召集会议；以往的会议、决议都留着。', 'It meets no more; its meetings and resolutions stay.'),
    ended: (on) => w(`从 ${on} 起已撤销。`, `Ended on ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ name }) => w(text(name), text(name)),
  meaning: (register, isNew) => ({
    label: (name) => pathWords(register.fields, name),
    value: valueWords,
    about: (path) =>
      hinted.has(path) || path.endsWith('.post') ? register.fields[path.split('.').at(-1) ?? '']?.about : undefined,
    special: (field) => special(field, isNew),
  }),
  sections: [
    { title: w('委员会', 'The committee'), fields: ['code', 'name', 'sort', 'unit', 'parent', 'kind', 'setUpOn'] },
    { title: w('席位与法定人数', 'Seats and quorum'), fields: ['seats', 'quorum'] },
    { title: w('委员', 'Members'), fields: ['members'] },
  ],
  fieldsFor: ({ sort }) => [
    ...['code', 'name', 'sort', 'unit', 'setUpOn', 'seats', 'quorum', 'members'],
    ...(sort === 'special' ? ['parent', 'kind'] : []),
  ],
  shows: (name, value) => (name === 'members' && Array.isArray(value) ? <Members members={value} /> : undefined),
  begun: () => ({ seats: 9, members: [] }),
  filters: [{ name: 'sort', label: w('类型', 'Sort'), options: optionsOf(sorts) }],
  says: ({ sort, members, seats }) => (
    <Said sort={text(sort)} members={Array.isArray(members) ? members.length : 0} seats={Number(seats)} />
  ),
}

/** The fields whose hints are for people too; those of the rest are for sheets. */
const hinted: ReadonlySet<string> = new Set(['code', 'seats', 'quorum'])

/** Roles whose holders sit in committees. */
const seated = ['leader', 'streetDesk', 'dutyOfficer', 'communitySecretary', 'clerk', 'unitLeader', 'propertyManager']
const bodies = ['district', 'street', 'community', 'bureau', 'station', 'utility', 'propertyCompany']

function special({ path, name, value, change, optional }: Field, isNew: boolean) {
  const label = { code: w('代码', 'Code'), unit: w('街道、发展中心', 'Street or centre') }
  if (path === 'code' && !isNew) return <Fixed label={label.code} words={w(text(value), text(value))} />
  if (path === 'code') return <Line label={label.code} value={text(value)} change={change} most={60} autoComplete="off" />
  if (path === 'parent')
    return <Entry of="committees?sort=governance" label={w('上级治理委员会', 'Under')} {...{ value, change }} />
  if (path === 'kind') return <Entry of="committee-kinds" label={w('专项类别', 'Kind')} {...{ value, change }} />
  if (name === 'role')
    return (
      <Select
        label={w('岗位', 'Role')}
        value={text(value)}
        choose={change}
        options={[
          { value: '', words: w('请选择', 'Choose one') },
          ...seated.map((role) => ({ value: role, words: roleWords(role) })),
        ]}
      />
    )
  if (name !== 'unit') return undefined
  return (
    <UnitPicker
      {...{ folds: true, optional, choose: change, value: text(value) || undefined }}
      label={path === 'unit' ? label.unit : w('单位', 'Unit')}
      kinds={path === 'unit' ? ['street'] : bodies}
    />
  )
}

interface Entries {
  rows: { key: string; entry: { name: string | { zh: string } } }[]
}

/** Chooses an entry of a register by its name. */
function Entry({
  of,
  label,
  value,
  change,
}: { of: string; label: { zh: string; en: string } } & Pick<Field, 'value' | 'change'>) {
  const { value: found } = useLoaded<Entries>(`/api/registers/${of}`)
  const options = (found?.rows ?? []).map(({ key, entry: { name } }) => {
    const called = typeof name === 'string' ? name : name.zh
    return { value: key, words: w(called, called) }
  })
  return (
    <Select
      {...{ label }}
      value={text(value)}
      choose={change}
      options={[{ value: '', words: w('请选择', 'Choose one') }, ...options]}
    />
  )
}

function Said({ sort, members, seats }: { sort: string; members: number; seats: number }) {
  const say = useSay()
  return (
    <>
      {say(valueWords(sort))} · {say(w(`${seats} 席，名册 ${members} 人`, `${seats} seats, ${members} names`))}
    </>
  )
}

interface Named {
  name: string
  organisation: string
  office: string
  from: string
  until?: string
}

/** Who sits there, and until when. */
function Members({ members }: { members: readonly Named[] }) {
  const say = useSay()
  return (
    <ul className="stack tight">
      {members.map(({ name, organisation, office, from, until }) => (
        <li key={`${name} ${from} ${office}`}>
          <span className="strong">{name}</span> {say(valueWords(office))} · {organisation}{' '}
          <span className="soft small">{say(w(`${from} 至 ${until ?? '今'}`, `${from} to ${until ?? 'now'}`))}</span>
        </li>
      ))}
    </ul>
  )
}
