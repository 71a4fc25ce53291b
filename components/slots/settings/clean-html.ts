import sanitizeHtml from 'sanitize-html'

const TAGS = ['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'br']

/** Where a link leads, as it may stand on the page; null: the words stay, the link goes. */
type Lead = (href: string) => Record<string, string> | null

/**
 * A merchant's rich text with what is on our list and nothing else: no picture, no style, no script. The words within what isn't on
 * it stay, but for those of scripts and styles.
 */
export const cleanHtml = (html: string, lead: Lead): string =>
  sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'target', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    transformTags: {
      a: (_, { href }) => {
        const attribs = href === undefined ? null : lead(href.trim())
        return attribs === null ? { tagName: 'gone', attribs: {} } : { tagName: 'a', attribs }
      },
    },
  })
