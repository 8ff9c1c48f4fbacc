import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readChat } from './chat.ts'

test('a copied message gives its matter, who wrote it, and the telephone in it', () => {
  assert.deepEqual(readChat('张大姐 2026/11/27 10:23:15\n3号楼东边的路灯不亮\n[图片]\n有事打 13800001234 找我'), {
    words: '3号楼东边的路灯不亮\n有事打 （电话已另填） 找我',
    ...{ name: '张大姐', phone: '13800001234', pictures: 1 },
  })
})

test('of several who wrote, the matter stays and no name but the first', () => {
  const { words, name } = readChat('张大姐:\n楼道灯坏了\n\n李叔：\n是啊，三天了[捂脸]\n10:25\n')
  assert.deepEqual([words, name], ['楼道灯坏了\n是啊，三天了', '张大姐'])
})

test('words that only look like a heading stay words', () => {
  assert.equal(readChat('地点：3号楼').words, '地点：3号楼')
  assert.equal(readChat('昨天 10:20 停的电，到现在没来').words, '昨天 10:20 停的电，到现在没来')
})

test('a message with nothing in it says nothing', () => {
  for (const empty of ['', '  \n\n', '张大姐 10:23\n[图片]', '[动画表情]', '10:23'])
    assert.equal(readChat(empty).words, '', JSON.stringify(empty))
})

test('whatever is pasted, no mobile number but by its own field, and nothing is made up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('路灯', '坏了', '13912345678', '：', ' ', '\n', '[图片]', '10:20', '李叔'), { maxLength: 12 }),
      (parts) => {
        const { words, phone } = readChat(parts.join(''))
        for (const line of words.split('\n'))
          assert.ok(
            line
              .replaceAll('（电话已另填）', '')
              .split('')
              .every((sign) => parts.join('').includes(sign)),
          )
        if (phone === undefined) assert.ok(!/(?<!\d)1[3-9]\d{9}(?!\d)/.test(words))
      },
    ),
  )
})
