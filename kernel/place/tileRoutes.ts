import type { House } from '../flow/house.ts'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import { visitorOf } from '../people/whoIs.ts'
import type { OutsideTiles } from './outsideTiles.ts'
import { Tiles } from './shown.ts'

/** Which tiles of others the maps of whoever asks lay under our boundaries: residents' none, unless the setting says so. */
export function addTileRoutes(app: App, { database, clock }: House, tiles: OutsideTiles | undefined) {
  app.get(
    '/api/tiles',
    { schema: { tags: ['places'], summary: '外部底图（未设置则没有）', response: { 200: Tiles, ...problems } } },
    async (request) => {
      if (!tiles) return {}
      const { address, attribution, residents } = tiles
      const isShown = residents || (await visitorOf(database, clock, request))?.session.kind === 'staff'
      return isShown ? { tiles: { address, attribution } } : {}
    },
  )
}
