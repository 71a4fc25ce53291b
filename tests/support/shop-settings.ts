import { type ShopSettings, shopSettingsSchema } from '@/lib/shops/shop'

const scheme = { background: '#ffffff', surface: '#ffffff', text: '#111111', accent: '#0a7d5c' }

/** A shop's settings with nothing special about them. */
export const shopSettings = (more: Partial<ShopSettings> = {}): ShopSettings =>
  shopSettingsSchema.parse({
    name: 'Alpenglück',
    locales: ['de', 'en'],
    defaultLocale: 'de',
    timeZone: 'Europe/Berlin',
    address: 'informal',
    brand: {
      logo: { light: null, dark: null, width: 120, height: 32 },
      light: scheme,
      dark: { ...scheme, background: '#111111', surface: '#111111', text: '#ffffff' },
      radius: 6,
      font: { heading: 'system', body: 'system' },
    },
    help: { email: 'hilfe@shop.example', phone: null, chatUrl: null },
    homeUrl: 'https://shop.example',
    ...more,
  })
