import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, suite, test } from 'node:test'
import { freePorts } from '#testing/ports.ts'
import { type Browser, openBrowser } from './browser.ts'

suite('the browser of these tests', () => {
  let browser: Browser
  const server = createServer((_, response) =>
    response.end('<!doctype html><meta charset=utf-8><meta name=viewport content=width=device-width><p>你好'),
  )
  before(async () => {
    const port = await freePorts()
    server.listen(port, '127.0.0.1')
    browser = await openBrowser(`http://127.0.0.1:${port}`)
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  const seen = () => ({
    width: innerWidth,
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    touch: navigator.maxTouchPoints > 0,
  })

  test('shows a phone in Chinese, on Shanghai time, with touch', async () => {
    const page = await (await browser.phone()).newPage()
    await page.goto('/')
    assert.equal(await page.textContent('p'), '你好')
    assert.deepEqual(await page.evaluate(seen), { width: 390, language: 'zh-CN', zone: 'Asia/Shanghai', touch: true })
  })

  test('shows a desk of 1440 points', async () => {
    const page = await (await browser.desk()).newPage()
    await page.goto('/')
    assert.deepEqual(await page.evaluate(seen), { width: 1440, language: 'zh-CN', zone: 'Asia/Shanghai', touch: false })
  })

  test('reaches nobody but this machine', async () => {
    const page = await (await browser.desk()).newPage()
    await assert.rejects(page.goto('http://linli.example/'), /ERR_NAME_NOT_RESOLVED/)
  })
})
