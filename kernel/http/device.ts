import { Type } from 'typebox'
import { refusal } from '../flow/refusal.ts'

/** What a phone that nobody is signed in on is known by. It is kept hashed only. */
export const Device = Type.String({
  minLength: 16,
  maxLength: 100,
  description: 'a secret of the phone, where nobody is signed in',
})

export const noDevice = refusal(
  'badInput',
  '缺少 Linli-Device：未登录时由手机自己生成一个随机值',
  'Linli-Device is missing: where nobody is signed in, the phone makes a random value of its own',
)
