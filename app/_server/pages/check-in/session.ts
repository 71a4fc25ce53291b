import { z } from 'zod'
import { forwardedPrefix } from '@/app/_server/forwarded-prefix'
import { findKeyOf, type Merchant } from '@/app/_server/merchant'
import { originOf } from '@/app/_server/origin-of'
import { shopIdSchema } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

const COOKIE = 'doorstep-check-in'
const SEALED_FOR = 'check-in-session'

/** A shift. */
const SESSION_SECONDS = 8 * 3_600

const sessionSchema = z.object({ shopId: shopIdSchema, keyHash: z.string(), until: z.number() })

/** `Secure` where the page is: a warehouse's own network may well be plain. */
function attributes(request: Request, seconds: number): string {
  const path = `${forwardedPrefix(request.headers)}/r`
  const secure = originOf(request).startsWith('https:') ? '; Secure' : ''
  return `Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

/** A session of a key in this browser, for this page alone: sealed, so that nobody reads or makes one. It isn't the key. */
export function sessionCookie(
  { keyring, now }: Context,
  request: Request,
  { shopId, keyHash }: { shopId: string; keyHash: string },
): string {
  const until = now().getTime() + SESSION_SECONDS * 1000
  const sealed = keyring.seal(SEALED_FOR, JSON.stringify({ shopId, keyHash, until }))
  return `${COOKIE}=${Buffer.from(sealed, 'base64').toString('base64url')}; ${attributes(request, SESSION_SECONDS)}`
}

export const noSessionCookie = (request: Request): string => `${COOKIE}=; ${attributes(request, 0)}`

function cookieOf({ headers }: Request): string | null {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null
}

function readSession({ keyring, now }: Context, text: string) {
  try {
    const sealed = Buffer.from(text, 'base64url').toString('base64')
    const session = sessionSchema.parse(JSON.parse(keyring.open(SEALED_FOR, sealed)))
    return session.until > now().getTime() ? session : null
  } catch {
    // Made by nobody of ours, or under a secret that was changed since: no session.
    return null
  }
}

/** Whose shift it is; null where it has ended, or the key was revoked. */
export async function findSession(context: Context, request: Request): Promise<Merchant | null> {
  const text = cookieOf(request)
  const session = text ? readSession(context, text) : null
  return session && findKeyOf(context, session)
}
