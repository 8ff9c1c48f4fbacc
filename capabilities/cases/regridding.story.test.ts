import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { postsFrom } from '#kernel/people/posts.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { roundOf } from '#testing/rounds.ts'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const today = '2026-03-02'
/** A line from north to south through 松园, and points on either side of it. */
const line = [
  [119.013, 35.999],
  [119.013, 36.011],
]
const [west, east] = [
  [119.0115, 36.005],
  [119.0175, 36.002],
]
const eastern = {
  ...{ grid: 'g-pine', part: { line, at: east }, to: 'g-pine-east', name: '松园东网格' },
  ...{ on: today, words: '东区新楼交付，一个网格员管不过来' },
}

const redraw = async (body: object, preview = false) =>
  (await stage.at('admin')).post(`/api/grids/redrawings${preview ? '?preview=true' : ''}`, body)
const reported = async ([longitude, latitude]: number[], more: object = {}, by = stage.nobody()) => {
  const place = { point: { longitude, latitude, system: 'wgs84' } }
  const { body } = await by.send('report', '', lampReport({ place, ...more }))
  return body.id as string
}
const caseOf = async (id: string) => {
  const item = await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
    stage.cases.itemOf(connection, stage.district, id),
  )
  return { grid2: item?.place.grid2, holder: item && 'holder' in item ? item.holder.unit : undefined }
}
const fieldsOf = ({ status, body }: Awaited<ReturnType<typeof redraw>>) => [
  status,
  ...(body.fields ?? []).map(({ field }: { field: string }) => field),
]
const settle = async () => {
  for (
    let some = await roundOf(stage, 'regridded', stage.district);
    some > 0;
    some = await roundOf(stage, 'regridded', stage.district)
  );
}

suite('the boundary of a grid is drawn anew', () => {
  test('what cannot be is refused where it is wrong, and changes nothing', async () => {
    const wrong = async (more: object) => fieldsOf(await redraw({ ...eastern, ...more }, true))
    assert.deepEqual(await wrong({ grid: 'g-garden' }), [400, 'grid'], 'a level-1 grid is its community')
    assert.deepEqual(await wrong({ grid: 'd-market' }), [400, 'grid'], 'a dedicated one lies over others')
    assert.deepEqual(
      await wrong({ part: { line: [line[0], [119.013, 36.005]], at: east } }),
      [400, 'part.line'],
      'a line that ends inside',
    )
    const twice = [line[0], line[1], [119.015, 36.011], [119.015, 35.999]]
    assert.deepEqual(await wrong({ part: { line: twice, at: east } }), [400, 'part.line'], 'two cuts at once')
    assert.deepEqual(await wrong({ part: { line, at: [119.03, 36.005] } }), [400, 'part.at'], 'a point in the neighbour’s')
    const edge = [
      [119.0100001, 35.999],
      [119.0100001, 36.011],
    ]
    assert.deepEqual(await wrong({ part: { line: edge, at: east } }), [400, 'part'], 'hardly anything would be left')
    assert.deepEqual(await wrong({ to: 'plum' }), [400, 'to'], 'a code that a unit has')
    assert.deepEqual(await wrong({ to: 'g-plum', name: undefined }), [400, 'to'], 'the east does not touch 梅园')
    assert.deepEqual(await wrong({ to: 'g-plum-1', name: undefined }), [400, 'to'], 'another level')
    assert.deepEqual(await wrong({ grid: 'g-plum' }), [400, 'part'], '梅园 has grids in it')
    assert.deepEqual(await wrong({ grid: 'g-plum', part: { below: ['g-plum-1'] } }), [400, 'part.below'], 'all of them')
    assert.deepEqual(await wrong({ on: '2026-03-01' }), [400, 'on'], 'the past stays as it was')
    assert.equal((await (await stage.at('secretary')).post('/api/grids/redrawings', eastern)).status, 403)
    assert.deepEqual((await (await stage.at('admin')).get('/api/grids/redrawings')).body.rows, [])
  })

  test('a grid is split: a closed case stays where it was, an open one goes along, with a word to its holder', async () => {
    const worker = await stage.at('liQiang')
    const resident = await stage.resident('13877773333')
    const closed = await reported(east, { category: 'neighbours.dispute' }, resident)
    const [open, elsewhere, theirs] = [await reported(east), await reported(west), await reported(east)]
    for (const id of [closed, open, elsewhere, theirs]) assert.equal((await worker.send('accept', id)).status, 200)
    assert.equal((await worker.send('solveOnSite', closed, { outcome: 'solved', done: '劝和了' })).status, 200)
    assert.equal((await resident.send('rate', closed, { solved: true, level: 5 })).status, 200)
    await worker.send('dispatch', theirs, { lead: 'urban', assisting: [] })

    const { body: looked } = await redraw(eastern, true)
    assert.deepEqual(
      looked.grids.map(({ id }: { id: string }) => id),
      ['g-pine', 'g-pine-east'],
    )
    const [whole] = [0.01 * 111_320 * Math.cos((36.005 * Math.PI) / 180) * 0.01 * 110_960]
    const area = looked.grids.reduce((sum: number, { properties }: { properties: { area: number } }) => sum + properties.area, 0)
    assert.ok(Math.abs(area - whole) < whole / 100, `together they are what 松园 was: ${area}, ${whole}`)
    assert.deepEqual([looked.posts, looked.open, looked.follow], [1, 3, ['d-market']])
    assert.equal((await caseOf(open)).grid2, 'g-pine', 'a look changes nothing')

    assert.equal((await redraw(eastern)).status, 200)
    await settle()
    const lies = async (id: string) => Object.values(await caseOf(id))
    assert.deepEqual(await lies(open), ['g-pine-east', 'g-pine-east'])
    assert.deepEqual(await lies(elsewhere), ['g-pine', 'g-pine'])
    assert.deepEqual(await lies(theirs), ['g-pine-east', 'urban'], 'whoever handles it keeps it')
    assert.equal((await caseOf(closed)).grid2, 'g-pine', 'what was done is where it was')
    const located = await stage.nobody().get(`/api/locate?longitude=${east[0]}&latitude=${east[1]}&system=wgs84`)
    assert.equal(located.body.grid2, 'g-pine-east')
    await deliver(stage.database, stage.district, stage.clock.now())
    const toldAt = async (post: string) => {
      const headers = { cookie: worker.cookie ?? '', 'linli-post': post, 'linli-district': stage.district }
      const told: { words: { zh: string } }[] = (await stage.app.inject({ url: '/api/notices', headers })).json()
      return told.map(({ words: { zh } }) => zh.replace(/^\S+ /, '')).toSorted()
    }
    assert.deepEqual(await toldAt('p-liQiang'), ['到您这里了', '到您这里了', '到您这里了', '到您这里了', '随网格调整转出'])
    const both: { id: string; unit: string }[] = (await worker.get('/api/session')).body.posts
    assert.deepEqual(await toldAt(both.find(({ unit }) => unit === 'g-pine-east')?.id ?? ''), ['随网格调整转到这里'])
    assert.deepEqual(
      both.map(({ unit }) => unit).toSorted(),
      ['g-pine', 'g-pine-east'],
      'the new one has the same worker until somebody gives another',
    )
    const [decided] = (await (await stage.at('admin')).get('/api/grids/redrawings')).body.rows
    assert.deepEqual([decided.moved, decided.whole, decided.doneAt !== undefined], [2, false, true])
  })

  test('one that begins later changes nothing before its day; merged, a grid ends and its posts with it', async () => {
    const back = { grid: 'g-pine-east', to: 'g-pine', on: '2026-03-03', words: '合并回来' }
    assert.deepEqual(fieldsOf(await redraw({ ...back, on: today })), [400, 'on'], 'it has only begun today')
    assert.equal((await redraw(back)).status, 200)
    const open = await reported(east)
    await settle()
    assert.equal((await caseOf(open)).grid2, 'g-pine-east')
    stage.clock.moveTo('2026-03-03T08:00:00+08:00')
    await settle()
    assert.equal((await caseOf(open)).grid2, 'g-pine')
    const located = await stage.nobody().get(`/api/locate?longitude=${east[0]}&latitude=${east[1]}&system=wgs84`)
    assert.equal(located.body.grid2, 'g-pine')
    const posts = await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
      postsFrom(connection, stage.district, 'g-pine-east', '2026-03-03'),
    )
    assert.deepEqual(posts, [])
  })
})
