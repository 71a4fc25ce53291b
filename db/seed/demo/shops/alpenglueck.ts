import type { DemoShop } from './demo-shop'

const home = 'https://alpenglueck.example.org'

/** Alpine outdoor shop: du, pine and ember, German and Bavarian. */
export const alpenglueck: DemoShop = {
  slug: 'alpenglueck',
  apiKey: 'ds_demo_alpenglueck',
  settings: {
    name: 'Alpenglück',
    locales: ['de', 'bar', 'en'],
    defaultLocale: 'de',
    timeZone: 'Europe/Berlin',
    address: 'informal',
    brand: {
      logo: {
        light: '/demo/logos/alpenglueck-light.svg',
        dark: '/demo/logos/alpenglueck-dark.svg',
        width: 175,
        height: 32,
      },
      light: { background: '#f4efe5', surface: '#fffdf8', text: '#1e2a24', accent: '#1f5c45' },
      dark: { background: '#121a16', surface: '#1b2620', text: '#f1eadc', accent: '#8fd0ae' },
      radius: 16,
      headline: 'field',
      font: { heading: 'humanist', body: 'humanist' },
    },
    headerLinks: {
      de: [
        { label: 'Jacken', url: `${home}/jacken` },
        { label: 'Schuhe', url: `${home}/schuhe` },
        { label: 'Klettern', url: `${home}/klettern` },
        { label: 'Hüttentour', url: `${home}/huettentour` },
      ],
      bar: [
        { label: 'Jackn', url: `${home}/jacken` },
        { label: 'Schuah', url: `${home}/schuhe` },
        { label: 'Kraxln', url: `${home}/klettern` },
        { label: 'Hüttntour', url: `${home}/huettentour` },
      ],
      en: [
        { label: 'Jackets', url: `${home}/en/jackets` },
        { label: 'Boots', url: `${home}/en/boots` },
        { label: 'Climbing', url: `${home}/en/climbing` },
        { label: 'Hut to hut', url: `${home}/en/hut-to-hut` },
      ],
    },
    footer: {
      imprint: { de: `${home}/impressum`, en: `${home}/en/imprint` },
      privacy: { de: `${home}/datenschutz`, en: `${home}/en/privacy` },
      terms: { de: `${home}/agb`, en: `${home}/en/terms` },
    },
    help: { email: 'servus@alpenglueck.example.org', phone: '+49 89 99998 214', chatUrl: `${home}/chat` },
    homeUrl: home,
    wording: {
      de: {
        'status.delivered.neighbour.title': 'Gut untergekommen – in der Nachbarschaft',
        'status.delivered.neighbour.next':
          'Schau nach der Karte im Briefkasten: Da steht, wo du klingeln darfst.',
      },
      bar: { 'status.delivered.neighbour.title': 'Guad aufghobn – beim Nachbarn' },
      en: { 'status.delivered.neighbour.title': 'In good hands – at a neighbour’s' },
    },
    embedOrigins: [home],
  },
  endpoints: [
    {
      provider: 'standard',
      id: '75dc7850a635a26e14c1dacd6c4b1785',
      secret: 'whsec_ZG9vcnN0ZXAgZGVtbyBzZWNyZXQgb2YgYWxwZW5nbHVlY2s=',
    },
    {
      provider: 'aftership',
      id: 'ff3b3198efe106aa802afbeaeaa35985',
      secret: 'demo-alpenglueck-aftership-9f27c1',
    },
    { provider: 'shipengine', id: '4a00dcab894a5ad24b9b20735918a876', secret: null },
    { provider: 'ship24', id: 'c6e2a8c1c9bbf1282611e0c2c89efcca', secret: 'demo-alpenglueck-ship24-51d0be' },
  ],
}
