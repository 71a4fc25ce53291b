import { getShop } from '@/db/queries/find-shop'
import { updateShopSettings } from '@/lib/services/create-shop'
import { namedShop } from './named-shop'
import { checkedSettings, readSettings } from './shop-settings'
import { defineVerb } from './verb'

export const shopUpdate = defineVerb({
  summary: 'change a shop: brand, languages, words, links',
  positionals: ['shop', 'settings'],
  usage: '<shop> <settings.json>',
  help: `The file holds any of the shop's settings, e.g. {"brand": …, "wording": {"de": {"status.delivered.neighbour.title": "Nebenan"}}};
each that it names replaces the present one whole. Faulty ones are named, and nothing is changed.

Pages show the change within ten seconds. Prints the shop's new version.`,
  options: {},
  run: async ({ positionals: { shop: slug, settings: file }, context, out }) => {
    const changes = await readSettings(file)
    const running = await context()
    const shopId = await namedShop(running, slug)
    const { id, slug: _slug, key, version, ...present } = await getShop(running.db, shopId)
    await updateShopSettings(running, shopId, checkedSettings({ ...present, ...changes }))
    out(`version ${version + 1}`)
    return 0
  },
})
