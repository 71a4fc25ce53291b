import { type AddHostError, addHost } from '@/lib/services/add-host'
import { hostToken } from '@/lib/services/host-token'
import { hostProof } from '@/lib/shops/host-proof'
import { namedHost } from './named-host'
import { namedShop } from './named-shop'
import { sayProof } from './say-proof'
import { defineVerb, RefusedError } from './verb'

export const HOST_REFUSALS = {
  own_host: 'is Doorstep’s own host',
  host_taken: 'serves another shop: its merchant must give it up first',
} as const satisfies Record<AddHostError['code'], string>

export const hostAdd = defineVerb({
  summary: 'add a shop’s own host',
  positionals: ['shop', 'host'],
  usage: '<shop> <host>',
  help: `The host is the merchant's own (sub)domain, like orders.example.com, that will show the shop's pages.

Prints what proves that it is theirs: a TXT record or a file, either is enough. Nothing is served before host:verify has
seen it.`,
  options: {},
  run: async ({ positionals, context, out }) => {
    const host = namedHost(positionals.host)
    const running = await context()
    const shopId = await namedShop(running, positionals.shop)
    const added = await addHost(running, shopId, host)
    if (!added.ok) throw new RefusedError(`${host} ${HOST_REFUSALS[added.error.code]}.`)
    for (const line of sayProof(hostProof(host, hostToken(running.keyring, shopId, host)))) out(line)
    return 0
  },
})
