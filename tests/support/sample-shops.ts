import { parseShopId } from '@/lib/core/ids'
import { type Shop, shopSettingsSchema } from '@/lib/shops/shop'

type Taste = Partial<Shop> &
  Pick<Shop, 'slug' | 'name' | 'locales' | 'defaultLocale' | 'timeZone' | 'address'> & { brand: unknown }

let made = 0

function shop({ slug, ...settings }: Taste): Shop {
  made += 1
  const home = `https://${slug}.example`
  const parsed = shopSettingsSchema.parse({
    homeUrl: home,
    help: { email: `hilfe@${slug}.example`, phone: '+49 89 1234567', chatUrl: `${home}/chat` },
    footer: {
      imprint: { en: `${home}/imprint` },
      privacy: { en: `${home}/privacy` },
      terms: { en: `${home}/terms` },
    },
    ...settings,
  })
  return {
    ...parsed,
    slug,
    key: slug,
    primaryHost: null,
    version: 1,
    id: parseShopId(`00000000-0000-7000-8000-00000000000${made}`),
  }
}

const LINKS = {
  headerLinks: {
    en: [
      { label: 'New in', url: 'https://shop.example/new' },
      { label: 'Care', url: 'https://shop.example/care' },
    ],
    de: [
      { label: 'Neu', url: 'https://shop.example/neu' },
      { label: 'Pflege', url: 'https://shop.example/pflege' },
    ],
    fr: [
      { label: 'Nouveautés', url: 'https://shop.example/new' },
      { label: 'Entretien', url: 'https://shop.example/care' },
    ],
  },
}

/** Earthy and sure of itself: a full field of pine green, a wide heavy face. */
export const alpine = shop({
  slug: 'alpenglueck',
  name: 'Alpenglück',
  locales: ['de', 'bar', 'en'],
  defaultLocale: 'de',
  timeZone: 'Europe/Berlin',
  address: 'informal',
  ...LINKS,
  brand: {
    logo: { light: null, dark: null, width: 120, height: 32 },
    light: { background: '#f5f1e8', surface: '#fdfbf6', text: '#22261f', accent: '#2b5540' },
    dark: { background: '#131612', surface: '#1b1f19', text: '#eae8df', accent: '#8fc3a3' },
    radius: 6,
    headline: 'field',
    font: { heading: 'slab', body: 'humanist' },
  },
})

/** Quiet: the page's own paper, a light serif, ink and terracotta. */
export const paris = shop({
  slug: 'maison-lune',
  name: 'Maison Lune',
  locales: ['fr', 'en'],
  defaultLocale: 'fr',
  timeZone: 'Europe/Paris',
  address: 'formal',
  ...LINKS,
  brand: {
    logo: { light: null, dark: null, width: 120, height: 32 },
    light: { background: '#faf7f2', surface: '#fffdfa', text: '#2a2522', accent: '#9a4a2f' },
    dark: { background: '#191614', surface: '#221e1b', text: '#f0e9e1', accent: '#e0977a' },
    radius: 0,
    headline: 'plain',
    font: { heading: 'serif', body: 'serif' },
  },
})

/** Crisp: cool greys, one electric accent, a tight grotesque. */
export const nordic = shop({
  slug: 'nordlys',
  name: 'Nordlys Audio',
  locales: ['en', 'de'],
  defaultLocale: 'en',
  timeZone: 'Europe/Copenhagen',
  address: 'formal',
  ...LINKS,
  brand: {
    logo: { light: null, dark: null, width: 120, height: 32 },
    light: { background: '#f3f5f7', surface: '#ffffff', text: '#10151a', accent: '#2347e8' },
    dark: { background: '#0b0e12', surface: '#12171d', text: '#e9eef3', accent: '#86a1ff' },
    radius: 14,
    headline: 'wash',
    font: { heading: 'grotesque', body: 'grotesque' },
  },
})

export const SAMPLE_SHOPS = { alpine, paris, nordic }
