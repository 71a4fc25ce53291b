import type { ShopSettings } from '@/lib/shops/shop'

/** What a new shop looks like until its merchant says otherwise: quiet, legible, nobody's brand. */
export const defaultSettings = (homeUrl: string) =>
  ({
    address: 'informal',
    timeZone: 'UTC',
    brand: {
      logo: { light: null, dark: null, width: 160, height: 40 },
      light: { background: '#f4f4f2', surface: '#ffffff', text: '#1b1f23', accent: '#1f4f8f' },
      dark: { background: '#14171a', surface: '#1e2327', text: '#eceff1', accent: '#8ab4f0' },
      radius: 12,
      headline: 'wash',
      font: { heading: 'system', body: 'system' },
    },
    headerLinks: {},
    footer: { imprint: {}, privacy: {}, terms: {} },
    help: { email: null, phone: null, chatUrl: null },
    homeUrl,
    wording: {},
    embedOrigins: [],
  }) satisfies Partial<ShopSettings>
