import { verifyHost } from '@/lib/services/verify-host'
import { HOST_REFUSALS } from './host-add'
import { namedHost } from './named-host'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError } from './verb'

export const hostVerify = defineVerb({
  summary: 'look for a host’s proof and let it serve',
  positionals: ['shop', 'host'],
  usage: '<shop> <host>',
  help: `Looks for the TXT record or the file that host:add printed. Prints the address of the shop's pages; the exit code is 1 when
neither place holds the proof. The host that was verified first is the one that links in mails use.`,
  options: {},
  run: async ({ positionals, context, out, err }) => {
    const host = namedHost(positionals.host)
    const running = await context()
    const verified = await verifyHost(running, await namedShop(running, positionals.shop), host)
    if (verified.ok) {
      out(`https://${host}`)
      return 0
    }
    const { error } = verified
    if (error.code === 'not_found')
      throw new RefusedError(`${host} is not added yet: doorstep host:add ${positionals.shop} ${host}`)
    if (error.code === 'host_taken') throw new RefusedError(`${host} ${HOST_REFUSALS.host_taken}.`)
    for (const { detail } of error.faults) err(`${detail}.`)
    throw new RefusedError(`${host} is not proven yet.`)
  },
})
