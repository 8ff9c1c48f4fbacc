import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { parse, parseAllDocuments } from 'yaml'
import { metersOf } from '#gateways/prometheus/meters.ts'
import { openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { settings } from './settings.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = globSync('deploy/**/*', { cwd: root, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))

/** The expressions of the dashboard and the alerts: `file: expression`. */
function expressions(): string[] {
  const dashboard: { panels: { targets?: { expr: string }[] }[] } = JSON.parse(read('deploy/grafana/linli.json'))
  const alerts: { groups: { rules: { expr: string }[] }[] } = parse(read('deploy/prometheus/alerts.yml'))
  return [
    ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => `dashboard: ${expr}`)),
    ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => `alerts: ${expr}`)),
  ]
}

suite('what lies in deploy/', () => {
  test('sets nothing that the program does not read', () => {
    for (const file of files)
      for (const [name] of read(file).matchAll(/\b(LINLI_[A-Z_]*[A-Z]|DATABASE_URL\w*)\b/g))
        assert.ok(name in settings, `${file}: ${name}`)
  })

  test('is YAML and JSON that can be read', () => {
    const plain = files.filter((file) => /\.ya?ml$/.test(file) && !file.includes('/templates/'))
    assert.ok(plain.length >= 5)
    for (const file of plain)
      for (const { errors, warnings } of parseAllDocuments(read(file), { merge: true }))
        assert.deepEqual([...errors, ...warnings], [], file)
  })

  test('asks for figures that there are, with labels that they have', async () => {
    // Nobody is there: what is read from it is no number, and has its name all the same.
    const database = openServer('postgres://127.0.0.1:1/nobody')
    const meters = metersOf({ database, clock: systemClock, live: { count: () => 0 } })
    const text = await meters.text()
    meters.close()
    await database.close()
    const kinds = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', kind = '']) => [name, kind]))
    const known = new Set(
      [...kinds].flatMap(([name, kind]) =>
        kind === 'histogram' ? ['_bucket', '_count', '_sum'].map((end) => name + end) : [name],
      ),
    )
    const all = expressions()
    assert.ok(all.length > 35, `${all.length} expressions`)
    for (const expression of all)
      for (const [name] of expression.matchAll(/\b(linli|nodejs|process)_\w+/g))
        assert.ok(known.has(name), `${name} in ${expression}`)
    const looked = new Set(all.flatMap((expression) => expression.match(/\blinli_\w+/g) ?? []))
    const own = [...kinds.keys()].filter((name) => name.startsWith('linli_'))
    const unseen = own.filter((name) => ![...looked].some((one) => one === name || one.startsWith(`${name}_`)))
    assert.deepEqual(unseen, [], 'figures that no panel and no alert looks at')
  })

  test('speaks of the same ports and probes everywhere', () => {
    const docker = read('deploy/docker/Dockerfile')
    assert.match(docker, /^EXPOSE 3000 9464$/m)
    const deployment = read('deploy/helm/linli/templates/deployment.yaml')
    assert.match(deployment, /containerPort: 3000 \}[\s\S]*containerPort: 9464 \}/)
    const targets = [...read('deploy/prometheus/linli.yml').matchAll(/127\.0\.0\.1:1(\d{4})/g)].map(([, port]) => port)
    const upstream = [...read('deploy/nginx/linli.conf').matchAll(/server 127\.0\.0\.1:(\d{4})/g)].map(([, port]) => port)
    assert.deepEqual(targets, upstream)
    const system = read('bin/system.ts')
    for (const text of [docker, deployment, read('deploy/nginx/linli.conf'), read('deploy/systemd/await-ready')])
      for (const [probe] of text.matchAll(/\b(readyz|livez|healthz)\b/g)) assert.ok(system.includes(`'/${probe}'`), probe)
  })

  test('puts into the image every folder that the program imports from', () => {
    const copied = [...read('deploy/docker/Dockerfile').matchAll(/^COPY --from=build \/app\/(\w+) /gm)].map(
      ([, folder]) => folder,
    )
    const { imports }: { imports: Record<string, string> } = JSON.parse(read('package.json'))
    const folders = Object.keys(imports).map((name) => name.slice(1, -2))
    const used = folders.filter((folder) =>
      globSync('{bin,kernel,capabilities,gateways,demo}/**/*.ts', { cwd: root })
        .filter((file) => !/\.test\.ts$|^bin\/tools\/|\/testing\/|\/pages\//.test(file))
        .some((file) => new RegExp(`from '#${folder}/`).test(read(file))),
    )
    assert.deepEqual(
      used.filter((folder) => !copied.includes(folder)),
      [],
    )
  })
})
