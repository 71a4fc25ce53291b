import { type FieldError, fieldErrors } from '@/lib/core/field-error'
import { createEndpoint, endpointBodySchema } from '@/lib/services/create-endpoint'
import { providers } from '@/lib/services/providers'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError } from './verb'

const refused = (errors: readonly FieldError[]) =>
  new RefusedError(errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`).join('\n'))

export const endpointCreate = defineVerb({
  summary: 'make an address that a provider posts to',
  positionals: ['shop', 'provider'],
  usage: '<shop> <provider> [--secret <secret>]… [--jwks-url <url>]',
  help: `Providers: ${[...providers.keys()].join(', ')}.

  --secret <secret>     the provider's own signing secret; several are valid together while they rotate;
                        without one a secret is made
  --jwks-url <url>      where the keys of a provider that signs with a key pair are (default: its own address)

Prints the address and, for a provider that has one, the secret: it is shown this once.`,
  options: {
    secret: { type: 'string', multiple: true },
    'jwks-url': { type: 'string' },
  },
  run: async ({ positionals: { shop, provider }, values, context, out }) => {
    const jwksUrl = values['jwks-url']
    const body = endpointBodySchema.safeParse({
      provider,
      ...(values.secret && { secrets: values.secret }),
      ...(jwksUrl && { settings: { jwksUrl } }),
    })
    if (!body.success) throw refused(fieldErrors(body.error))
    const running = await context()
    const created = await createEndpoint(running, await namedShop(running, shop), body.data)
    if (!created.ok) throw refused(created.error)
    out(`url     ${created.value.url}`)
    out(`secret  ${created.value.secret ?? `none: ${provider} signs with its own key pair`}`)
    return 0
  },
})
