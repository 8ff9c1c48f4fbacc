import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { EstateBranch, SeenDeclaration } from '../contract/seen.ts'
import { ClaimArea } from './ClaimArea.tsx'
import { Claims } from './Claims.tsx'
import { Declare } from './Declare.tsx'
import { ShownName } from './ShownName.tsx'
import type { Standing } from './standing.ts'
import { Withdraw } from './Withdraw.tsx'
import { valueWords } from './words.ts'

/** What one is told of one's own declaration. */
interface Own {
  id: string
  view?: { item: SeenDeclaration }
}

/** What one declared oneself, and what one may do about it. `here` is the estate that the page shows. */
export function Mine({ here, changed: around }: { here: EstateBranch | undefined; changed: () => void }) {
  const { value, problem, reload } = useLoaded<Own>('/api/declarations/mine')
  const changed = () => {
    reload()
    around()
  }
  const item = value?.view?.item
  return (
    <section className="stack">
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton />}
      {value && !item?.mine && <Declare here={here} changed={changed} />}
      {item?.mine && <Declared {...{ id: item.id, mine: item.mine, changed }} estateName={item.estateName} />}
    </section>
  )
}

function Declared({ estateName, ...standing }: Standing & { estateName: string }) {
  const say = useSay()
  const { mine } = standing
  return (
    <>
      <h2>{say(w('我亮的身份', 'What I declared'))}</h2>
      <p className="note good">
        {say(
          w(
            `您已在${estateName}亮身份：${valueWords(mine.kind).zh}。您在单位的组织关系不变。`,
            `You have declared at ${estateName} as: ${valueWords(mine.kind).en}. Nothing changes at your branch at work.`,
          ),
        )}
      </p>
      <h3>{say(w('我的责任区', 'What I look after'))}</h3>
      <Claims {...standing} />
      <ClaimArea {...standing} />
      <ShownName key={mine.shownName ?? ''} {...standing} />
      <Withdraw {...standing} />
    </>
  )
}
