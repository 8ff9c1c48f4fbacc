import { Fixed } from '#web/shared/form/Fixed.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { pathWords } from '#web/shared/register/differences.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { kindOptions, text, valueWords } from './words.ts'

/** What the communities do for residents, at a desk. */
export default function ItemsRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const label = w('代码', 'Code')
const room: Room = {
  ...{ path: 'errand-items', home: '/console/errand-items', valueWords },
  title: w('代办事项目录', 'What is done for residents'),
  all: w('‹ 全部代办事项', '‹ All items'),
  fresh: w('增加一项', 'A new item'),
  none: w('还没有代办事项。先加上居民常办的几件。', 'No item yet: begin with what residents ask for most.'),
  retiring: {
    end: w('停用这一项', 'Take it out of use'),
    means: w('停用后居民不能再请求；已经在办的照常办完。', 'Residents ask for it no more; what is under way goes on.'),
    ended: (on) => w(`从 ${on} 起停用。`, `Out of use from ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ name, code }) => {
    const { zh, en }: { zh?: unknown; en?: unknown } = Object(name)
    return w(text(zh) || text(code), text(en) || text(zh) || text(code))
  },
  meaning: (register, isNew) => ({
    label: (name) => pathWords(register.fields, name),
    value: valueWords,
    about: (path) => register.fields[path]?.about,
    special: ({ path, value, change }) =>
      path !== 'code' ? undefined : isNew ? (
        <Line label={label} value={text(value)} change={change} most={60} autoComplete="off" />
      ) : (
        <Fixed label={label} words={w(text(value), text(value))} />
      ),
  }),
  begun: () => ({ papers: [], letter: false }),
  filters: [{ name: 'kind', label: w('类别', 'Kind'), options: kindOptions }],
  says: (entry) => <Said {...{ entry }} />,
}

function Said({ entry: { kind, department, hours } }: { entry: Record<string, unknown> }) {
  const say = useSay()
  return (
    <>
      {say(valueWords(text(kind)))} · {text(department)} ·{' '}
      {say(w(`估计省 ${String(hours)} 小时`, `saves some ${String(hours)} hours, it is assumed`))}
    </>
  )
}
