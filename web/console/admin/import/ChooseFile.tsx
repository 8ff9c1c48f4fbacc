import { useId, useState } from 'react'
import { Wrong } from '../../../shared/form/Wrong.tsx'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { type Chosen, largest, read } from './report.ts'

/** Chooses a file of places and reads it: what is no file of places at all is said at once. */
export function ChooseFile({ chosen, choose }: { chosen: Chosen | undefined; choose: (chosen: Chosen | undefined) => void }) {
  const [say, id] = [useSay(), useId()]
  const [wrong, setWrong] = useState<Words>()
  const take = async (file: File | undefined) => {
    setWrong(undefined)
    choose(undefined)
    if (!file) return
    if (file.size > largest) return setWrong(w('文件超过 40 MB，请分成几个文件', 'The file is larger than 40 MB: split it'))
    const found = await read(file)
    if (found) choose(found)
    else setWrong(w('这不是 GeoJSON 文件（读不出 JSON）', 'This is no GeoJSON file: it is not JSON'))
  }
  return (
    <div className="field">
      <label htmlFor={id}>{say(w('文件（.geojson、.json，40 MB 以内）', 'File (.geojson or .json, up to 40 MB)'))}</label>
      <input
        id={id}
        className="input"
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={({ target }) => take(target.files?.[0])}
        {...(wrong && { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` })}
      />
      <Wrong wrong={wrong} id={id} />
      {chosen && (
        <p className="soft small" role="status">
          {say(w(`${chosen.name}：${chosen.features.length} 个要素`, `${chosen.name}: ${chosen.features.length} features`))}
        </p>
      )}
    </div>
  )
}
