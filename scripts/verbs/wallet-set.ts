import { readFile } from 'node:fs/promises'
import { setWalletCertificate } from '@/lib/services/set-wallet-certificate'
import { IDENTITY_ERRORS } from '@/lib/wallet/certificate'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError, UsageError } from './verb'

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new RefusedError(`${path} can’t be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

export const walletSet = defineVerb({
  summary: 'let a shop’s orders be added to Apple Wallet',
  positionals: ['shop'],
  usage: '<shop> --merchant <id> --certificate <file> --key <file> --chain <file>',
  help: `  --merchant <id>        Apple's merchant identifier, merchant.com.example.shop
  --certificate <file>   the certificate of the order type (PEM)
  --key <file>           its private key (PEM, not encrypted)
  --chain <file>         who issued it, Apple's intermediate first (PEM)

The order type's identifier stands in the certificate. The key is kept sealed under DOORSTEP_SECRET.
Until the certificate ends, order pages offer "Add to Apple Wallet". Prints the order type and the last day.`,
  options: {
    merchant: { type: 'string' },
    certificate: { type: 'string' },
    key: { type: 'string' },
    chain: { type: 'string' },
  },
  run: async ({ positionals: { shop }, values: { merchant, certificate, key, chain }, context, out }) => {
    if (!merchant || !certificate || !key || !chain)
      throw new UsageError('--merchant, --certificate, --key and --chain are needed')
    const pem = {
      certificate: await readText(certificate),
      key: await readText(key),
      chain: await readText(chain),
    }
    const running = await context()
    const set = await setWalletCertificate(running, await namedShop(running, shop), {
      merchantIdentifier: merchant,
      ...pem,
    })
    if (!set.ok) throw new RefusedError(IDENTITY_ERRORS[set.error])
    out(`order type  ${set.value.orderTypeIdentifier}`)
    out(`until       ${set.value.notAfter.toISOString()}`)
    return 0
  },
})
