/**
 * The carriers we know: slug → display name, then every name or slug vendors use for it.
 * Case, spaces and separators don't count: `DHLExpress`, `dhl_express` and `DHL Express` are one name.
 */
const CARRIERS = {
  dhl: [
    'DHL',
    'dhl germany',
    'dhl de',
    'dhl paket',
    'dhl parcel',
    'dhl parcel de',
    'dhl parcel germany',
    'deutsche post dhl',
    'dhl parcel europe',
    'dhl parcel uk',
    'dhl parcel nl',
    'dhl parcel netherlands',
    'dhl benelux',
    'dhl poland',
    'dhl parcel spain',
    'dhl parcel iberia',
    'dhl unified',
    'dhl universal',
  ],
  'dhl-express': [
    'DHL Express',
    'dhl express worldwide',
    'dhl worldwide',
    'mydhl',
    'dhl express mydhl',
    'dhl pieceid',
  ],
  'dhl-ecommerce': [
    'DHL eCommerce',
    'dhl ecs',
    'dhl global mail',
    'dhl global mail asia',
    'dhl ecommerce asia',
    'dhl ecommerce us',
    'dhl ecommerce solutions',
    'dhl global mail americas',
  ],
  'deutsche-post': [
    'Deutsche Post',
    'deutsch post',
    'deutsche post mail',
    'de post',
    'deutsche post uk',
    'deutsche post international',
  ],
  ups: [
    'UPS',
    'united parcel service',
    'ups walleted',
    'ups iparcel',
    'ups i parcel',
    'ups ground',
    'ups freight',
    'ups dap',
    'ups canada',
  ],
  'ups-mail-innovations': ['UPS Mail Innovations', 'ups mi'],
  fedex: [
    'FedEx',
    'federal express',
    'fedex ground',
    'fedex express',
    'fedex home delivery',
    'fedex walleted',
    'fedex smartpost',
    'fedex freight',
    'fedex uk',
    'fedex fims',
    'fedex cross border',
    'fedex mailview',
    'fedex same day city',
    'fedex default',
    'fedex crossborder',
  ],
  usps: [
    'USPS',
    'united states postal service',
    'us postal service',
    'us post',
    'stamps com',
    'endicia',
    'usps returns',
    'usps international',
  ],
  ontrac: ['OnTrac', 'lasership', 'lasershipv2', 'on trac'],
  'amazon-logistics': [
    'Amazon Logistics',
    'amazon',
    'amazon shipping',
    'amazon mws',
    'amazon us',
    'amazon fba us',
    'amazon uk',
    'amazon de',
    'amazon shipping uk',
    'amzl',
    'amzl us',
  ],
  'canada-post': ['Canada Post', 'canadapost', 'postes canada', 'ca post', 'canada post walleted'],
  purolator: ['Purolator', 'purolator ca', 'purolator canada'],
  canpar: ['Canpar', 'canpar courier'],
  dpd: [
    'DPD',
    'dpd de',
    'dpd germany',
    'dpd uk',
    'dpd local',
    'interlink express',
    'dpd france',
    'dpd fr',
    'dpd poland',
    'dpd pl',
    'dpd at',
    'dpd austria',
    'dpd ch',
    'dpd nl',
    'dpd belgium',
    'dpd be',
    'dpd ireland',
    'dpd ro',
    'dpd hungary',
    'dpd czech',
    'exapaq',
  ],
  gls: [
    'GLS',
    'gls de',
    'gls germany',
    'gls italy',
    'gls spain',
    'gls netherland',
    'gls netherlands',
    'gls croatia',
    'gls cz',
    'gls slovakia',
    'gls hungary',
    'gls romania',
    'gls poland',
    'gls france',
    'gls denmark',
    'gls austria',
    'gls europe',
    'gls eu',
    'general logistics systems',
  ],
  'gls-us': ['GLS US', 'gso', 'golden state overnight', 'gls usa'],
  hermes: ['Hermes', 'hermes de', 'hermes germany', 'hermes logistik', 'hermes paket'],
  evri: ['Evri', 'myhermes', 'my hermes', 'myhermes uk', 'hermes uk', 'hermesuk', 'hermes world'],
  'royal-mail': ['Royal Mail', 'royalmail', 'gb post', 'royal mail uk', 'royal mail tracked'],
  parcelforce: ['Parcelforce', 'parcel force', 'parcelforce worldwide'],
  yodel: ['Yodel', 'yodel domestic', 'yodel direct', 'yodel international', 'collectplus'],
  'an-post': ['An Post', 'anpost', 'ie post'],
  fastway: ['Fastway', 'fastway ireland', 'fastway ie', 'fastway au'],
  postnord: [
    'PostNord',
    'post nord',
    'postnord sweden',
    'sweden posten',
    'danmark post',
    'postnord denmark',
    'postnord logistics',
    'post danmark',
    'se post',
    'dk post',
    'postnord se',
    'postnord dk',
  ],
  bring: ['Bring', 'posten norge', 'posten norway', 'posten bring', 'no post', 'norway post'],
  posti: ['Posti', 'itella', 'fi post', 'itella posti', 'posti finland'],
  matkahuolto: ['Matkahuolto'],
  dao: ['dao', 'dao365'],
  budbee: ['Budbee'],
  instabox: ['Instabox', 'instabee'],
  colissimo: ['Colissimo', 'la poste colissimo', 'laposte colissimo', 'colissimo fr'],
  chronopost: ['Chronopost', 'chronopost france', 'chronopost fr', 'chronopost portugal'],
  'la-poste': ['La Poste', 'laposte', 'fr post', 'la poste france', 'la poste suivi'],
  'mondial-relay': [
    'Mondial Relay',
    'mondialrelay',
    'mondial relay fr',
    'mondialrelay be',
    'mondial relay spain',
  ],
  'relais-colis': ['Relais Colis'],
  'colis-prive': ['Colis Privé', 'colisprive'],
  correos: ['Correos', 'spain correos es', 'correos spain', 'correos es', 'es post', 'correos de espana'],
  'correos-express': ['Correos Express', 'correosexpress'],
  seur: ['SEUR', 'spanish seur', 'spanish seur ftp', 'international seur'],
  mrw: ['MRW', 'mrw spain'],
  ctt: ['CTT', 'portugal ctt', 'ctt correios', 'pt post', 'ctt express'],
  'poste-italiane': ['Poste Italiane', 'poste italiane paccocelere', 'italy post', 'it post', 'poste it'],
  sda: ['SDA', 'italy sda', 'sda it'],
  brt: ['BRT', 'bartolini', 'brt it', 'brt bartolini', 'brt it parcelid'],
  bpost: ['bpost', 'bpost international', 'be post', 'belgium post', 'bpost api', 'b post'],
  postnl: [
    'PostNL',
    'post nl',
    'postnl 3s',
    'postnl international',
    'postnl domestic',
    'nl post',
    'tnt post nl',
    'postnl parcels',
  ],
  'swiss-post': [
    'Swiss Post',
    'die post',
    'schweizerische post',
    'ch post',
    'la poste suisse',
    'post ch',
    'swisspost',
  ],
  'austrian-post': [
    'Österreichische Post',
    'austrian post',
    'austrian post registered',
    'oesterreichische post',
    'post at',
    'at post',
    'austria post',
  ],
  inpost: ['InPost', 'inpost paczkomaty', 'inpost pl', 'inpost uk', 'inpost it', 'inpost locker'],
  'poczta-polska': ['Poczta Polska', 'pl post', 'poland post', 'pocztex'],
  'ceska-posta': ['Česká pošta', 'ceska posta', 'czech post', 'cz post', 'czechpost'],
  packeta: ['Packeta', 'zasilkovna', 'packeta cz'],
  ppl: ['PPL', 'ppl cz'],
  'magyar-posta': ['Magyar Posta', 'hungary post', 'hu post'],
  'luxembourg-post': ['POST Luxembourg', 'lu post', 'luxembourg post'],
  venipak: ['Venipak'],
  omniva: ['Omniva', 'eesti post', 'ee post'],
  elta: ['ELTA', 'elta courier', 'gr post', 'elta hellenic post'],
  acs: ['ACS Courier', 'acs', 'acscourier'],
  tnt: ['TNT', 'tnt express', 'tnt de', 'tnt uk', 'tnt fr', 'tnt it', 'tnt international'],
  asendia: [
    'Asendia',
    'asendia usa',
    'asendia us',
    'asendia uk',
    'asendia de',
    'asendia hk',
    'asendia europe',
  ],
  'landmark-global': ['Landmark Global', 'landmark', 'landmarkglobal'],
  'australia-post': ['Australia Post', 'auspost', 'au post', 'aus post'],
  startrack: ['StarTrack', 'star track', 'startrack express'],
  'couriers-please': ['CouriersPlease', 'couriers please', 'couriersplease'],
  sendle: ['Sendle'],
  'new-zealand-post': ['NZ Post', 'new zealand post', 'nzpost', 'nz post'],
  'japan-post': ['Japan Post', 'jp post', 'japanpost'],
  yamato: ['Yamato', 'kuroneko yamato', 'taqbin jp', 'yamato transport'],
  sagawa: ['Sagawa', 'sagawa express'],
  'china-post': ['China Post', 'cn post', 'china ems'],
  cainiao: ['Cainiao', 'cainiao global'],
  yanwen: ['Yanwen', 'yanwen express'],
  yunexpress: ['YunExpress', 'yun express'],
  'sf-express': ['SF Express', 'sfexpress', 'sf international', 'sfb2c'],
  '4px': ['4PX', '4px express'],
  aramex: ['Aramex', 'aramex api'],
} as const satisfies Record<string, readonly [name: string, ...aliases: string[]]>

/** Slugs are shown in addresses and stored in keys: long vendor names are cut. */
const SLUG_LENGTH = 64

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()

const keyOf = (name: string): string => plain(name).replace(/[^a-z0-9]/g, '')

/** Every known spelling → slug; kept as pairs so that a test can find one spelling under two carriers. */
export const CARRIER_SPELLINGS: readonly (readonly [spelling: string, slug: string])[] = Object.entries(
  CARRIERS,
).flatMap(([slug, spellings]) =>
  [...new Set([slug, ...spellings].map(keyOf))].map((spelling) => [spelling, slug] as const),
)

const slugs: ReadonlyMap<string, string> = new Map(CARRIER_SPELLINGS)

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(CARRIERS).map(([slug, [name]]) => [slug, name]),
)

/** A vendor's carrier name or slug → our slug; an unknown one becomes a slug of its own, none at all is `unknown`. */
export function carrierSlug(vendorName: string | null | undefined): string {
  const name = vendorName ?? ''
  const own = plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '')
  return slugs.get(keyOf(name)) ?? (own || 'unknown')
}

/** The carrier's name for people; an unknown slug is written in capitalised words. */
export function carrierName(slug: string): string {
  const words = () =>
    slug
      .split(/[-_\s]+/)
      .filter(Boolean)
      .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  return names.get(slug) ?? words().join(' ')
}
