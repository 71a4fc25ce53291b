import { removeWalletCertificate } from '@/lib/services/set-wallet-certificate'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError } from './verb'

export const walletRemove = defineVerb({
  summary: 'take a shop’s Apple Wallet certificate and key away',
  positionals: ['shop'],
  usage: '<shop>',
  help: 'Order pages no longer offer "Add to Apple Wallet"; orders that were added stay where they are.',
  options: {},
  run: async ({ positionals: { shop }, context, out }) => {
    const running = await context()
    if (!(await removeWalletCertificate(running, await namedShop(running, shop))))
      throw new RefusedError('The shop has no certificate.')
    out('removed')
    return 0
  },
})
