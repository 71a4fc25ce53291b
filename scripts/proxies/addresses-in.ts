/** Where a page's addresses stand. */
type Found = { attribute: string; address: string }

const ATTRIBUTE = /\s(href|src|srcset|action|data-json|content)="([^"]*)"/gi

const asText = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** Every address in a page's markup; of `content` only what is one. */
export const addressesIn = (html: string): Found[] =>
  [...html.matchAll(ATTRIBUTE)]
    .map(([, attribute = '', value = '']) => ({
      attribute: attribute.toLowerCase(),
      address: asText(value),
    }))
    .filter(({ attribute, address }) => attribute !== 'content' || /^(?:https?:|\/)/.test(address))
    .filter(({ address }) => !/^(?:#|mailto:|tel:)/.test(address))
