/**
 * Generic rules that content blockers ship for everybody, as they were measured against addresses of parcel pages
 * ([EasyPrivacy](https://easylist.to/), general part). Syntax: https://help.adblockplus.org/adblock-plus-filters
 */
const FILTER_RULES = [
  '://tracking.*/event',
  '/tracking.*&ref=',
  '://track.*/collect',
  '/v2/tracking/*',
  '/tracking/events',
  '/tracking/widget',
  '/tracking-widget.',
  '/track?name=',
  '/track/view?',
  '/Tracking?id=',
  '/web-vitals.',
] as const

/** Words that such lists look for: none stands in an address, a file name, a class name or a hook of ours. */
const FILTERED_WORDS = [
  ...[
    'tracking',
    'track',
    'tracks',
    'tracker',
    'trackers',
    'trace',
    'traces',
    'collect',
    'pixel',
    'pixels',
    'beacon',
    'beacons',
  ],
  ...['analytics', 'stats', 'impression', 'impressions', 'banner', 'banners', 'web-vitals'],
] as const

const ANCHORS = [
  [/^\\\|\\\|/, '^[a-z]+://(?:[^/]+\\.)?'],
  [/^\\\|/, '^'],
  [/\\\|$/, '$'],
] as const

const ruleOf = (rule: string): RegExp => {
  const escaped = rule
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\\\*/g, '.*')
    .replace(/\\\^/g, '(?:[^\\w.%-]|$)')
  return new RegExp(
    ANCHORS.reduce((text, [anchor, meaning]) => text.replace(anchor, meaning), escaped),
    'i',
  )
}

const RULES = FILTER_RULES.map((rule) => ({ rule, pattern: ruleOf(rule) }))

/** The rule that blocks an address; null when none does. */
export const blockedBy = (url: string): string | null =>
  RULES.find(({ pattern }) => pattern.test(url))?.rule ?? null

const WORDS = new RegExp(`(?<![a-z])(?:${FILTERED_WORDS.join('|')})(?![a-z])`, 'i')

/** The filtered word in a name or an address, however its words are joined; null when there is none. */
export const filteredWord = (name: string): string | null =>
  WORDS.exec(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2'))?.[0].toLowerCase() ?? null
