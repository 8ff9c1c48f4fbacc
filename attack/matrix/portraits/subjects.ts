import { attached } from '#testing/stage.ts'
import { after, bodyOf, type Maker, type Makers } from '../kit.ts'

/** That of the grid worker of 梅园, who has one at most. */
const agreed: Maker = async ({ handOf, post }) => {
  const [known] = bodyOf(await (await handOf('gridWorker')).get('/api/portraits')).rows
  if (!known) return (await post('gridWorker', '/api/portraits')).id
  if (known.state === 'shown') await post('gridWorker', `/api/portraits/${known.id}/takeDown`)
  return known.id
}

/** How a portrait comes to the states in which it is knocked at. */
export const subjects = {
  'portrait agreed': agreed,
  'portrait shown': after(agreed, async ({ stage, handOf, post, photos }, id) => {
    const photo = await attached(stage, await handOf('gridWorker'))
    await post('gridWorker', `/api/portraits/${id}/putPhoto`, { photo })
    photos.set(id, photo)
  }),
} satisfies Makers
