import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { OnDay } from '#web/shared/parts.tsx'
import { Qr } from '#web/shared/Qr.tsx'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { isoDay } from '#web/shared/time.ts'
import { meaningOf } from './fields.tsx'
import { levels, text, valueWords } from './words.ts'
import './around.css'

/** The chat groups of the grids, at a desk. */
export default function GroupsRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const room: Room = {
  ...{ path: 'grid-groups', home: '/console/grid-groups', valueWords },
  title: w('网格楼栋微信群', 'Chat groups of the grids'),
  all: w('‹ 全部网格群', '‹ All groups'),
  fresh: w('登记一个群', 'A new group'),
  none: w('还没有登记网格群。可以逐个登记，也可以下载表格填好再传。', 'No group yet: add them one by one, or by a sheet.'),
  retiring: {
    end: w('这个群解散了', 'The group is dissolved'),
    means: w(
      '登记的内容和经过都留着，以后可以恢复；居民看不到它的二维码了。',
      'What was written stays and can be taken up again; residents see its code no more.',
    ),
    ended: (on) => w(`从 ${on} 起已解散。`, `Dissolved from ${on}.`),
  },
  keyOf: ({ grid }) => text(grid),
  nameOf: ({ name }) => w(text(name), text(name)),
  meaning: (register, isNew) => meaningOf(register, isNew, 'grid'),
  shows: (name, value) => (name === 'invitation' && text(value) !== '' ? <Code opens={text(value)} /> : undefined),
  begun: () => ({}),
  filters: [{ name: 'level', label: w('网格级别', 'Level'), options: levels }],
  says: (entry) => <Said {...{ entry }} />,
}

function Code({ opens }: { opens: string }) {
  const say = useSay()
  return (
    <div className="invitation">
      <Qr text={opens} label={say(w('群二维码', 'The code of the group'))} />
    </div>
  )
}

/** So many days before its last one a code is about to run out: WeChat gives it a week. */
const soon = 2

/** How many are in it, who keeps it, and whether its code lets anybody in. */
function Said({ entry: { size, keeper, invitationUntil } }: { entry: Record<string, unknown> }) {
  const say = useSay()
  const now = useNow()
  const until = text(invitationUntil)
  const isOver = until < isoDay(now)
  return (
    <>
      {say(w(`${Number(size)} 人 · ${text(keeper)}`, `${Number(size)} members · ${text(keeper)}`))}
      {until !== '' && (
        <span className={isOver ? 'due-over' : until <= isoDay(now, soon) ? 'due-soon' : undefined}>
          {' '}
          ·{' '}
          {isOver ? (
            say(w('二维码已过期，请换新的', 'its code has expired: put in a new one'))
          ) : (
            <>
              {say(w('二维码用到', 'code until '))}
              <OnDay day={until} />
            </>
          )}
        </span>
      )}
    </>
  )
}
