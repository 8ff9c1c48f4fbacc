import { type Words, words } from '#kernel/words.ts'

/** What one variable of the environment sets, and what holds where it is not set. */
interface Setting {
  otherwise: string
  means: Words
}

const setting = (otherwise: string, zh: string, en: string): Setting => ({ otherwise, means: words(zh, en) })

/** Every variable of the environment that the program reads; a test compares. */
// biome-ignore format: a row a setting, to be read as a table
export const settings: Readonly<Record<string, Setting>> = {
  PORT: setting('`3000`', '监听端口', 'the port that it listens at'),
  HOST: setting('`127.0.0.1`', '监听地址；演示区只在本机打开', 'the address that it listens at; a demo district listens on loopback only'),
  DATABASE_URL: setting('the embedded database', 'PostgreSQL 15 及以上（含 PostGIS）的地址，例如 `postgres://linli@host:5432/linli`；写几台（`linli@one:5432,two:5432`）时总用可写的那台', 'a PostgreSQL server (15 or later, with PostGIS), such as `postgres://linli@host:5432/linli`; of several (`linli@one:5432,two:5432`) the one that takes writes'),
  DATABASE_URL_FILE: setting('none', '写有上述地址的文件，密码不必出现在环境变量里', 'a file with that address in it, so that its password need not stand in the environment'),
  LINLI_POOL: setting('`16`', '每个进程的数据库连接数', 'how many connections to the server one process holds'),
  LINLI_DATA: setting('`./data`', '内置数据库、上传文件和密钥环所在的文件夹；多个进程共用同一个', 'the folder of the embedded database, uploads and the keyring; several processes share one'),
  LINLI_KEYRING: setting('a file in `LINLI_DATA`', '密钥环本身（JSON）', 'the keyring itself, as JSON'),
  LINLI_KEYRING_FILE: setting('none', '写有密钥环的文件，只读', 'a file with the keyring in it, which is only read'),
  LINLI_CRYPTO: setting('AES-256, SHA-256', '`gm`：新安装时设定，用国密 SM4、SM3', '`gm`, when an installation is founded: SM4 and SM3'),
  LINLI_PROXIES: setting('none', '可信前置代理的地址，只信它们转述的来访地址和 HTTPS，例如 `127.0.0.1,10.0.3.0/28`；不要写进有人上网的网段，否则那里的人说什么都信', 'the proxies in front that are believed when they say who asks and whether by HTTPS, such as `127.0.0.1,10.0.3.0/28`; never a network from which people come, or each of them is believed'),
  LINLI_ADMIN_NETWORKS: setting('anywhere', '管理员岗位（系统、安全、审计）只能在这些网络里使用，例如 `10.2.0.0/16,192.0.2.7`；在别处登录仍可用其他岗位；前面有代理时须在 LINLI_PROXIES 里写明，否则人人都是代理的地址', 'the networks in which the posts of administrators (system, security, audit) are acted at, such as `10.2.0.0/16,192.0.2.7`; elsewhere they have their other posts; a proxy in front has to stand in `LINLI_PROXIES`, or everybody has its address'),
  LINLI_ADDRESS: setting('none: the path alone', '居民打开本系统的网址，短信里的链接以它开头', 'the address at which people reach it: links in messages begin with it'),
  LINLI_LOG: setting('`warn` at a terminal, else `info`', '日志详细程度：`silent` `fatal` `error` `warn` `info` `debug` `trace`；终端上是可读的行，其他情况每行一个 JSON', 'how much is logged: `silent`, `fatal`, `error`, `warn`, `info`, `debug`, `trace`; lines to be read at a terminal, else a line of JSON each'),
  LINLI_LOG_ADDRESSES: setting('off', '`1`：日志里写来访的网络地址', '`1`: the log says from which address each request came'),
  LINLI_METRICS: setting('off', '供 Prometheus 读取指标的地址，例如 `127.0.0.1:9464`；不要对外开放', 'where Prometheus reads figures, such as `127.0.0.1:9464`; not to be reached from outside'),
  LINLI_DRAIN: setting('`0`', '停止前先在 `/readyz` 回答 503 多少秒，让前置的负载均衡撤下本进程', 'for how many seconds `/readyz` says 503 before it stops, so that a balancer takes it off'),
  LINLI_CODES: setting('off', '`print`：没有接通短信时，把验证码和查询码写到标准输出；终端上总是写', '`print`: where no telephone company is set up, codes are printed to standard output; at a terminal they always are'),
  LINLI_TILES: setting('none', '垫在边界下面的栅格底图：带 `{x}` `{y}` `{z}` 的 https 网址（[tiles.md](tiles.md)）', 'raster tiles under the boundaries: an https address with `{x}`, `{y}` and `{z}` ([tiles.md](tiles.md))'),
  LINLI_TILES_ATTRIBUTION: setting('none', '底图来源注明', 'whose the tiles are'),
  LINLI_TILES_SYSTEM: setting('none', '底图的坐标系：`WGS84` 或 `CGCS2000`', 'their coordinate system: `WGS84` or `CGCS2000`'),
  LINLI_TILES_RESIDENTS: setting('off', '`1`：居民的地图也用底图', "`1`: residents' maps show them too"),
  LINLI_DEMO: setting('on, in an empty installation', '`off`：不装入、不打开演示区', '`off`: never load or open a demo'),
  LINLI_DEMO_PUBLIC: setting('off', '`1`：演示区也对外打开，人人可进', '`1`: a demo may listen elsewhere than on loopback, and everyone may come in'),
  LINLI_WEBHOOK_LOOPBACK: setting('off', '`1`：事件推送可以发到本机，只供试验', '`1`: webhooks may lead to the machine itself, for tests and demos only'),
}

/** The page `docs/settings.md`. */
export function settingsPage(): string {
  const rows = Object.entries(settings).map(
    ([name, { otherwise, means }]) => `| \`${name}\` | ${otherwise} | ${means.zh} | ${means.en} |`,
  )
  return [
    '# Settings · 设置',
    'Everything that can be set is a variable of the environment. Drawn from `bin/settings.ts` by `node bin/docs.ts`; a test compares it with what the program reads.',
    '所有设置都是环境变量。',
    ['| variable | where it is not set | 中文 | English |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n')
}
