import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { SeenBulletin } from '../contract/item.ts'

/** Taking a bulletin back, with the reason that residents read. */
export function TakeBack({ bulletin, done, leave }: { bulletin: SeenBulletin; done: () => void; leave: () => void }) {
  const say = useSay()
  const [because, setBecause] = useState('')
  const { busy, problem, press } = useSending(
    (input: object, key) => command(`/api/bulletins/${bulletin.id}/takeBack`, input, key, bulletin.version),
    done,
  )
  return (
    <form
      className="sheet stack close"
      onSubmit={(event) => {
        event.preventDefault()
        if (because.trim() !== '') press({ because: because.trim() })
      }}
    >
      <p>
        {say(
          w(
            '撤回后居民看到“已撤回”和原因；已转发到群里的文字和图片收不回来，请在群里再说一声。',
            'Residents then read that it was taken back, and why. What was sent to chat groups stays there: say so there too.',
          ),
        )}
      </p>
      <Line label={w('为什么撤回', 'Why it is taken back')} value={because} change={setBecause} most={500} />
      <Trouble problem={problem} />
      <div className="line">
        <button type="submit" className="button danger" disabled={busy || because.trim() === ''}>
          {say(w('确定撤回', 'Take it back'))}
        </button>
        <button type="button" className="button plain" onClick={leave}>
          {say(w('先不撤', 'Not now'))}
        </button>
      </div>
    </form>
  )
}
