import type { DemoShop } from './demo-shop'

const home = 'https://nordlys.example.org'

/** Nordic electronics shop: Sie in German, crisp, made for dark screens, English and German. */
export const nordlys: DemoShop = {
  slug: 'nordlys',
  apiKey: 'ds_demo_nordlys',
  settings: {
    name: 'Nordlys',
    locales: ['en', 'de'],
    defaultLocale: 'en',
    timeZone: 'Europe/Copenhagen',
    address: 'formal',
    brand: {
      logo: {
        light: '/demo/logos/nordlys-light.svg',
        dark: '/demo/logos/nordlys-dark.svg',
        width: 124,
        height: 32,
      },
      light: { background: '#eef2f6', surface: '#ffffff', text: '#10202b', accent: '#07705f' },
      dark: { background: '#0b1118', surface: '#131c26', text: '#e9f1f7', accent: '#35d6bb' },
      radius: 8,
      headline: 'wash',
      font: { heading: 'grotesque', body: 'grotesque' },
    },
    headerLinks: {
      en: [
        { label: 'Audio', url: `${home}/audio` },
        { label: 'Desk', url: `${home}/desk` },
        { label: 'Power', url: `${home}/power` },
        { label: 'Reading', url: `${home}/reading` },
      ],
      de: [
        { label: 'Audio', url: `${home}/de/audio` },
        { label: 'Schreibtisch', url: `${home}/de/schreibtisch` },
        { label: 'Strom', url: `${home}/de/strom` },
        { label: 'Lesen', url: `${home}/de/lesen` },
      ],
    },
    footer: {
      imprint: { en: `${home}/about`, de: `${home}/de/impressum` },
      privacy: { en: `${home}/privacy`, de: `${home}/de/datenschutz` },
      terms: { en: `${home}/terms`, de: `${home}/de/agb` },
    },
    help: { email: 'help@nordlys.example.org', phone: '+46 40 628 04 12', chatUrl: `${home}/chat` },
    homeUrl: home,
    wording: {
      en: { 'status.delivered.safe_place.title': 'Waiting in your safe place' },
      de: { 'status.delivered.safe_place.title': 'Sicher für Sie abgelegt' },
    },
    embedOrigins: [home],
  },
  endpoints: [
    {
      provider: 'standard',
      id: '3f385eb82806a01eec683034bd1f9bc1',
      secret: 'whsec_ZG9vcnN0ZXAgZGVtbyBzZWNyZXQgb2Ygbm9yZGx5cy4=',
    },
    { provider: 'ups', id: '957126656f7bd77ed01bad3824b05538', secret: 'demo-nordlys-ups-e04d95' },
    { provider: 'easypost', id: 'f2cfd7832caf285dba2c7697e6704fc7', secret: 'demo-nordlys-easypost-28a6f3' },
    { provider: 'shipengine', id: '362620d718cb59cc3b073d0e3c676bb7', secret: null },
    { provider: 'ship24', id: '39338da2f1a72ffb01305e71a1479132', secret: 'demo-nordlys-ship24-6bd917' },
  ],
}
