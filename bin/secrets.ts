import { readFileSync } from 'node:fs'

/**
 * Takes secrets from the files that the environment names, as whatever keeps secrets for services hands them out, into the
 * environment of this process alone: there they are read like those that were given outright, which come first.
 */
export function takeSecrets(environment: NodeJS.ProcessEnv): void {
  const { DATABASE_URL_FILE, LINLI_KEYRING_FILE } = environment
  if (DATABASE_URL_FILE) environment.DATABASE_URL ||= readFileSync(DATABASE_URL_FILE, 'utf8').trim()
  if (LINLI_KEYRING_FILE) environment.LINLI_KEYRING ||= readFileSync(LINLI_KEYRING_FILE, 'utf8').trim()
}
