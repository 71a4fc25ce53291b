import type { DemoShop } from './demo-shop'

const home = 'https://maison-lumen.example.org'

/** Paris home shop: vous, serif, ivory and brick, French and English. */
export const maisonLumen: DemoShop = {
  slug: 'maison-lumen',
  apiKey: 'ds_demo_maison-lumen',
  settings: {
    name: 'Maison Lumen',
    locales: ['fr', 'en'],
    defaultLocale: 'fr',
    timeZone: 'Europe/Paris',
    address: 'formal',
    brand: {
      logo: {
        light: '/demo/logos/maison-lumen-light.svg',
        dark: '/demo/logos/maison-lumen-dark.svg',
        width: 214,
        height: 30,
      },
      light: { background: '#f6f0e5', surface: '#fffbf4', text: '#2b211b', accent: '#9b3f27' },
      dark: { background: '#1b1512', surface: '#261e1a', text: '#f3eadb', accent: '#e79f83' },
      radius: 2,
      headline: 'plain',
      font: { heading: 'serif', body: 'serif' },
    },
    headerLinks: {
      fr: [
        { label: 'Luminaires', url: `${home}/luminaires` },
        { label: 'Linge de maison', url: `${home}/linge` },
        { label: 'Céramique', url: `${home}/ceramique` },
        { label: 'Journal', url: `${home}/journal` },
      ],
      en: [
        { label: 'Lighting', url: `${home}/en/lighting` },
        { label: 'Linen', url: `${home}/en/linen` },
        { label: 'Ceramics', url: `${home}/en/ceramics` },
        { label: 'Journal', url: `${home}/en/journal` },
      ],
    },
    footer: {
      imprint: { fr: `${home}/mentions-legales`, en: `${home}/en/legal-notice` },
      privacy: { fr: `${home}/confidentialite`, en: `${home}/en/privacy` },
      terms: { fr: `${home}/cgv`, en: `${home}/en/terms` },
    },
    help: {
      email: 'bonjour@maison-lumen.example.org',
      phone: '+33 1 99 00 42 17',
      chatUrl: `${home}/conseil`,
    },
    homeUrl: home,
    wording: {
      fr: {
        'status.in_transit.picked_up.title': 'Votre colis a quitté l’atelier',
        'status.in_transit.picked_up.meaning':
          'Emballé à la main dans notre atelier de Pantin, votre colis vient d’être confié au transporteur.',
      },
      en: { 'status.in_transit.picked_up.title': 'Your parcel has left our studio' },
    },
    embedOrigins: [home],
  },
  endpoints: [
    {
      provider: 'standard',
      id: '9c14941573ee89d6a19f1dc9b4a91a7d',
      secret: 'whsec_ZG9vcnN0ZXAgZGVtbyBzZWNyZXQgb2YgbWFpc29uLi4=',
    },
    {
      provider: 'aftership',
      id: '128c8be8e562a7b34efe11590d7710d8',
      secret: 'demo-maison-lumen-aftership-3c8e40',
    },
    { provider: 'shippo', id: 'acf3462305b39103c63d8982512d52df', secret: 'demo-maison-lumen-shippo-b71f62' },
  ],
}
