import { LOCALES } from '@/lib/i18n/locales'
import { type CreateShopError, createShop } from '@/lib/services/create-shop'
import { addressesOf } from '@/lib/shops/addresses'
import { defaultSettings } from './default-settings'
import { checkedSettings, readSettings } from './shop-settings'
import { defineVerb, RefusedError, UsageError } from './verb'

const REFUSALS = {
  slug_invalid: 'is no slug: 1 to 48 of a-z, 0-9 and inner hyphens',
  slug_reserved: 'is an address of Doorstep’s own',
  slug_taken: 'is taken by another shop',
} as const satisfies Record<CreateShopError['code'], string>

const given = <T extends Record<string, unknown>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

export const shopCreate = defineVerb({
  summary: 'make a shop',
  positionals: ['slug'],
  usage: '<slug> --name <name> --locale <locale> [--locale …] [--time-zone <zone>] [--address formal] …',
  help: `The slug is the shop's segment in public addresses: 1 to 48 of a-z, 0-9 and inner hyphens.

  --name <name>         as shoppers know the shop
  --locale <locale>     a language of its pages (${LOCALES.join(', ')}); the first is the default
  --time-zone <zone>    where "today" is decided, e.g. Europe/Berlin (default: UTC)
  --address <form>      informal (du, tu) or formal (Sie, vous); default: informal
  --home-url <url>      the shop itself (default: the page that is made)
  --email <address>     where shoppers get help
  --settings <file>     JSON with any of the shop's settings, e.g. {"brand": …, "footer": …};
                        what the options say wins

Prints the address of the look-up page.`,
  options: {
    name: { type: 'string' },
    locale: { type: 'string', multiple: true },
    'time-zone': { type: 'string' },
    address: { type: 'string' },
    'home-url': { type: 'string' },
    email: { type: 'string' },
    settings: { type: 'string' },
  },
  run: async ({ positionals: { slug }, values, context, out }) => {
    const file = values.settings === undefined ? {} : await readSettings(values.settings)
    if (values.name === undefined && file.name === undefined) throw new UsageError('--name is missing')
    if (values.locale === undefined && file.locales === undefined) throw new UsageError('--locale is missing')
    const running = await context()
    const locales = values.locale ?? file.locales
    const options = given({
      name: values.name,
      locales,
      defaultLocale: values.locale?.[0],
      timeZone: values['time-zone'],
      address: values.address,
      homeUrl: values['home-url'],
      help: values.email && { email: values.email, phone: null, chatUrl: null },
    })
    const first = Array.isArray(locales) ? locales[0] : undefined
    const settings = checkedSettings({
      ...defaultSettings(`${running.origin}/${slug}`),
      defaultLocale: first,
      ...file,
      ...options,
    })
    const created = await createShop(running, slug, settings)
    if (!created.ok) throw new RefusedError(`«${slug}» ${REFUSALS[created.error.code]}.`)
    out(`${running.origin}${addressesOf({ kind: 'hosted', slug }).lookUp(settings.defaultLocale)}`)
    return 0
  },
})
