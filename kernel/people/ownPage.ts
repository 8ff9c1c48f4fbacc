import { escaped } from '../register/sheet/xlsx/xlsx.ts'
import { exactly } from '../time/zone.ts'
import { type Words, words } from '../words.ts'

/** Something that is told of a person, for them to read: under which heading, line by line what it is and what it says. */
export interface Passage {
  heading: string
  lines: readonly (readonly [what: Words, said: string])[]
  photos: readonly string[]
}

/** What is told under one name, such as all that somebody reported. */
export interface Chapter {
  title: Words
  passages: readonly Passage[]
}

/** A moment as people read it. */
export const momentWords = (at: string | Date): string =>
  exactly(Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime())).zh

/**
 * A page that a person can open without us, with all that is known of them: no script, and nothing from elsewhere but their photos, which
 * lie beside it; of those that are not there it says so.
 */
export function* ownPage(takenAt: string, chapters: readonly Chapter[], there: ReadonlySet<string>): Generator<string> {
  yield `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title.zh} ${title.en}</title>
<style>${style}</style>
<h1>${title.zh} <small>${title.en}</small></h1>
<p>${momentWords(takenAt)}</p>
`
  for (const chapter of chapters) {
    yield `<h2>${escaped(chapter.title.zh)} <small>${escaped(chapter.title.en)}</small></h2>\n`
    if (chapter.passages.length === 0) yield `<p>${nothing.zh} <small>${nothing.en}</small></p>\n`
    for (const passage of chapter.passages) yield htmlOf(passage, there)
  }
}

function htmlOf({ heading, lines, photos }: Passage, there: ReadonlySet<string>): string {
  const shown = lines.filter(([, said]) => said !== '')
  const rows = shown.map(
    ([what, said]) => `<dt>${escaped(what.zh)} <small>${escaped(what.en)}</small></dt><dd>${escaped(said)}</dd>`,
  )
  const pictures = photos.map((id) =>
    there.has(id) ? `<img src="photos/${escaped(id)}.jpg" alt="${photo.zh}">` : `<p>${gone.zh} <small>${gone.en}</small></p>`,
  )
  return `<section>
<h3>${escaped(heading)}</h3>
<dl>${rows.join('\n')}</dl>
${pictures.join('\n')}</section>
`
}

const title = words('我的资料', 'My data')
const nothing = words('没有', 'Nothing')
const photo = words('照片', 'photo')
const gone = words('有一张照片已不在了', 'One photo is there no longer')

const style = `
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
small { color: #666; font-weight: normal }
section { border-top: 1px solid #ccc; padding: .5rem 0 1rem; break-inside: avoid }
dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .25rem 1rem; margin: 0 }
dd { margin: 0; white-space: pre-wrap }
img { max-width: 100%; max-height: 24rem; display: block; margin-top: .5rem }
@media (max-width: 32rem) { dl { display: block } dd { margin-bottom: .5rem } }
`
