import { parseShopId } from '@/lib/core/ids'
import { LOCALES } from '@/lib/i18n/locales'
import { type Shop, shopSettingsSchema } from './shop'

/** Speaks where no shop is known: an unknown address, or a database that is away. */
export const neutralShop = (origin: string): Shop => ({
  ...shopSettingsSchema.parse({
    name: 'Doorstep',
    locales: LOCALES,
    defaultLocale: 'en',
    timeZone: 'UTC',
    address: 'formal',
    homeUrl: origin,
    help: { email: null, phone: null, chatUrl: null },
    brand: {
      logo: { light: null, dark: null, width: 120, height: 32 },
      light: { background: '#f6f5f2', surface: '#ffffff', text: '#1d1f21', accent: '#33506b' },
      dark: { background: '#141618', surface: '#1d2023', text: '#eceae6', accent: '#9db8d1' },
      radius: 12,
      headline: 'plain',
      font: { heading: 'system', body: 'system' },
    },
  }),
  id: parseShopId('00000000-0000-7000-8000-000000000000'),
  slug: '',
  key: '',
  primaryHost: null,
  version: 0,
})
