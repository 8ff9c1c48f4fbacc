import { Fixed } from '#web/shared/form/Fixed.tsx'
import { w } from '#web/shared/language.ts'
import { pathWords } from '#web/shared/register/differences.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { text, valueWords } from './words.ts'

/** The kinds of special committee, at a desk. */
export default function KindsRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const room: Room = {
  ...{ path: 'committee-kinds', home: '/console/committee-kinds', valueWords },
  title: w('专项委员会类别', 'Kinds of special committee'),
  all: w('‹ 全部类别', '‹ All kinds'),
  fresh: w('增加一类', 'A new kind'),
  none: w('还没有类别。先加上社工、综治、物业等。', 'No kind yet: add community work, social order, property and so on.'),
  retiring: {
    end: w('停用这一类', 'Take it out of use'),
    means: w(
      '停用后不能再设这一类专项委员会；已有的不变。',
      'No committee of this kind is set up any more; those there are stay.',
    ),
    ended: (on) => w(`从 ${on} 起停用。`, `Out of use from ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ name, code }) => {
    const { zh, en }: { zh?: unknown; en?: unknown } = Object(name)
    return w(text(zh) || text(code), text(en) || text(code))
  },
  meaning: (register, isNew) => ({
    label: (name) => pathWords(register.fields, name),
    value: valueWords,
    about: (path) => register.fields[path]?.about,
    special: ({ path, value }) =>
      path === 'code' && !isNew ? <Fixed label={w('代码', 'Code')} words={w(text(value), text(value))} /> : undefined,
  }),
  begun: () => ({}),
  filters: [],
  says: ({ about }) => text(about),
}
