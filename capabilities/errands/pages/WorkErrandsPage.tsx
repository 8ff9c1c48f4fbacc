import { Frame } from '#web/shared/Frame.tsx'
import { w } from '#web/shared/language.ts'
import ErrandsRoom from './ErrandsRoom.tsx'

/** Errands on the phone of a helper. */
export default function WorkErrandsPage({ code }: { code?: string }) {
  return (
    <Frame title={w('帮办代办', 'Errands')}>
      <ErrandsRoom home="/work/errands" {...(code !== undefined && { code })} />
    </Frame>
  )
}
