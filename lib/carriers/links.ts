/** Where a carrier shows a parcel itself; `{number}` is the parcel's number, escaped. */
const LINKS: Readonly<Record<string, string>> = {
  dhl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}',
  'dhl-express': 'https://www.dhl.com/global-en/home/tracking/tracking-express.html?tracking-id={number}',
  'deutsche-post': 'https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode={number}',
  ups: 'https://www.ups.com/track?tracknum={number}',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr={number}',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}',
  dpd: 'https://tracking.dpd.de/status/en_US/parcel/{number}',
  gls: 'https://gls-group.com/GROUP/en/parcel-tracking?match={number}',
  hermes: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}',
  evri: 'https://www.evri.com/track/parcel/{number}',
  'royal-mail': 'https://www.royalmail.com/track-your-item#/tracking-results/{number}',
  postnord: 'https://tracking.postnord.com/en/tracking?id={number}',
  bring: 'https://tracking.bring.com/tracking/{number}',
  colissimo: 'https://www.laposte.fr/outils/suivre-vos-envois?code={number}',
  'la-poste': 'https://www.laposte.fr/outils/suivre-vos-envois?code={number}',
  chronopost: 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={number}',
  'mondial-relay': 'https://www.mondialrelay.fr/suivi-de-colis/?NumeroExpedition={number}',
  postnl: 'https://jouw.postnl.nl/track-and-trace/{number}',
  bpost: 'https://track.bpost.cloud/btr/web/#/search?itemCode={number}',
  'swiss-post': 'https://service.post.ch/ekp-web/ui/entry/search/{number}',
  'austrian-post': 'https://www.post.at/sv/sendungsdetails?snr={number}',
  inpost: 'https://inpost.pl/en/find-parcel?number={number}',
  'canada-post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}',
  'australia-post': 'https://auspost.com.au/mypost/track/details/{number}',
}

/** The parcel's page at its carrier; null where none is known. */
export const carrierLink = (slug: string, number: string): string | null =>
  LINKS[slug]?.replace('{number}', encodeURIComponent(number)) ?? null
