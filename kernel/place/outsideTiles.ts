/** Raster tiles of somebody else's, which maps lay under our own boundaries. */
export interface OutsideTiles {
  /** With `{x}`, `{y}` and `{z}` in it. */
  address: string
  /** Whose they are, as it stands on the map. */
  attribution: string
  /** Whether residents' maps show them too: whoever serves the tiles is told which place one looks at. */
  residents: boolean
}

/** The one host that pages may then fetch pictures from, as the content security policy names it. */
export const originOf = ({ address }: OutsideTiles): string => new URL(address).origin

/** What these systems are to a map in WGS 84; GCJ-02 lies up to 700 metres beside it, here and there by another distance. */
const fits: Readonly<Record<string, boolean>> = { WGS84: true, CGCS2000: true, 'GCJ-02': false }

/** Reads the setting (`LINLI_TILES…`); nothing where there is none. Throws where it cannot be used, and says why. */
export function outsideTilesIn(environment: NodeJS.ProcessEnv): OutsideTiles | undefined {
  const address = environment.LINLI_TILES
  if (!address) return undefined
  const { LINLI_TILES_ATTRIBUTION: attribution, LINLI_TILES_SYSTEM: system = '', LINLI_TILES_RESIDENTS: residents } = environment
  for (const part of ['{x}', '{y}', '{z}'])
    if (!address.includes(part)) throw wrong(`LINLI_TILES 里没有 ${part}`, `LINLI_TILES has no ${part} in it`)
  // Before the path there is no place for what changes from tile to tile: one host, and no other, is let in.
  if (!/^https:\/\/[^/?#{}@\s;,']+\/[^\s;,']*$/.test(address) || !URL.canParse(address) || !isHost(new URL(address).host))
    throw wrong('LINLI_TILES 须是一个固定主机的 https 网址', 'LINLI_TILES must be an https address of one certain host')
  if (!attribution?.trim())
    throw wrong('须用 LINLI_TILES_ATTRIBUTION 注明底图来源', 'LINLI_TILES_ATTRIBUTION must say whose the tiles are')
  if (!Object.hasOwn(fits, system))
    throw wrong(
      'LINLI_TILES_SYSTEM 须写明底图的坐标系：WGS84 或 CGCS2000',
      'LINLI_TILES_SYSTEM must name the coordinate system of the tiles: WGS84 or CGCS2000',
    )
  if (!fits[system])
    throw wrong(
      `底图是 ${system} 坐标，与本系统的边界会错开几百米，不能用；请换 WGS84 或 CGCS2000 的底图，例如天地图`,
      `tiles in ${system} would lie hundreds of metres beside our boundaries and are not taken: choose tiles in WGS84 or CGCS2000`,
    )
  return { address, attribution: attribution.trim(), residents: residents === '1' }
}

/** A name or an address, as it stands in a policy once it was decoded: no `*` for any, and no sign that would begin another rule. */
const isHost = (host: string): boolean => /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d+)?$/.test(host)

const wrong = (zh: string, en: string) => new Error(`${en} / ${zh}`)
