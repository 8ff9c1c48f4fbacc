import { Fixed } from '#web/shared/form/Fixed.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import type { Field } from '#web/shared/form/SchemaFields.tsx'
import type { Section } from '#web/shared/form/SchemaForm.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Units, unitsPath } from '#web/shared/places/places.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { pathWords } from '#web/shared/register/differences.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { kinds } from '../contract/kinds.ts'
import { weekWords } from '../contract/week.ts'
import type { Hours } from '../hours/contract.ts'
import { Tending } from './Tending.tsx'
import { Weekdays } from './Weekdays.tsx'
import { stationValueWords } from './words.ts'

/** The register of stations at a desk. */
export default function StationsRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const sections: readonly Section[] = [
  { title: w('是什么', 'What it is'), fields: ['code', 'kind', 'name', 'host', 'keeper', 'phone', 'about'] },
  { title: w('在哪里', 'Where it is'), fields: ['community', 'address', 'longitude', 'latitude'] },
  { title: w('什么时候开', 'When it is open'), fields: ['hours'] },
  { title: w('有什么', 'What is there'), fields: ['facilities', 'services'] },
  { title: w('来历', 'How it came about'), fields: ['openedOn', 'works', 'verifiedOn'] },
]

const room: Room = {
  ...{ path: 'stations', home: '/console/stations' },
  title: w('驿站与党群服务中心', 'Stations and service centres'),
  all: w('‹ 全部驿站', '‹ All stations'),
  fresh: w('登记一个', 'A new one'),
  none: w('还没有登记驿站。可以逐个登记，也可以下载表格填好再传。', 'No station yet: add them one by one, or by a sheet.'),
  retiring: {
    end: w('撤销这个驿站', 'Close it for good'),
    means: w(
      '撤销后，居民找不到它，也不再计入统计；登记的内容和经过都留着，以后可以恢复。只是几天不开，请在“例外日期”里写明。',
      'Residents find it no more and it counts no more; what was written stays, and it can be taken up again. If it is closed for some days only, say so under exceptions.',
    ),
    ended: (on) => w(`从 ${on} 起已撤销，居民找不到它。`, `Closed for good from ${on}: residents find it no more.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ name }) => w(text(name), text(name)),
  valueWords: stationValueWords,
  meaning: (register, isNew) => ({
    label: (name) => labels[name] ?? pathWords(register.fields, name),
    value: stationValueWords,
    about: (path) => hints[path],
    special: (field) => special(field, isNew),
  }),
  sections,
  fieldsFor: ({ kind }) =>
    sections.flatMap(({ fields }) => fields).filter((name) => name !== 'works' || kind === 'serviceCentre'),
  shows: (name, value) => (name === 'hours' && areHours(value) ? <Week hours={value} /> : undefined),
  begun: () => ({
    hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
    ...{ services: [], facilities: [] },
  }),
  filters: [{ name: 'kind', label: w('类型', 'Kind'), options: optionsOf(kinds) }],
  beside: (code, changed) => <Tending {...{ code, changed }} />,
  says: (entry) => <Said entry={entry} />,
}

const labels: Readonly<Record<string, Words>> = {
  code: w('代码（小写字母、数字和连字符）', 'Code (small letters, digits, hyphens)'),
  host: w('依托场所', 'Host'),
  kind: w('类型', 'Kind'),
  name: w('名称', 'Name'),
  weekly: w('每周', 'Each week'),
  exceptions: w('例外日期（放假、临时关门）', 'Exceptions (holidays, closed for a while)'),
}
const hints: Readonly<Record<string, Words>> = {
  'hours.weekly': w('一天可以有几段。时间写成 08:30。', 'A day may have several. Times are written 08:30.'),
  keeper: w('居民对这里的意见会转给它。', 'What residents say of this place goes to it.'),
  phone: w('场所的电话，不要填个人手机号。', 'Of the house, never a person’s own.'),
  longitude: w(
    'WGS 84，度。地图软件上的坐标多是 GCJ-02，会偏几百米。',
    'WGS 84, in degrees. Map apps mostly give GCJ-02, hundreds of metres off.',
  ),
}

function special({ name, path, value, change, optional }: Field, isNew: boolean) {
  if (path === 'code' && !isNew) return <Fixed label={w('代码', 'Code')} words={w(text(value), text(value))} />
  if (path === 'code')
    return <Line label={labels.code ?? w('代码', 'Code')} value={text(value)} change={change} most={60} autoComplete="off" />
  if (path === 'community' || path === 'keeper')
    return (
      <UnitPicker
        folds
        label={path === 'community' ? w('所属社区', 'Community') : w('由谁看管', 'Keeper')}
        kinds={path === 'community' ? ['community'] : ['community', 'street', 'propertyCompany', 'bureau', 'utility']}
        value={text(value) || undefined}
        choose={change}
        optional={optional}
      />
    )
  if (name === 'days') return <Weekdays value={Array.isArray(value) ? value : []} change={change} />
  return undefined
}

/** What the list says of a station. What communities are called is asked once for all rows. */
function Said({ entry }: { entry: Record<string, unknown> }) {
  const say = useSay()
  const { value } = useLoaded<Units>(unitsPath({ kinds: ['community'], limit: 500 }))
  const community = text(entry.community)
  return (
    <>
      {say(stationValueWords(text(entry.kind)))} · {value?.rows.find(({ code }) => code === community)?.name ?? community} ·{' '}
      {text(entry.address)}
    </>
  )
}

/** Hours are what the register's contract says: it is told from the entry that came. */
const areHours = (value: unknown): value is Hours => typeof value === 'object' && value !== null && 'weekly' in value

/** The usual hours, a line for days that are alike. */
function Week({ hours }: { hours: Hours }) {
  const say = useSay()
  return weekWords(hours).map((line) => <p key={line.en}>{say(line)}</p>)
}
