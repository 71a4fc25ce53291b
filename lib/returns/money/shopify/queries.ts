/**
 * The version of the Admin API that these documents are written for; a version serves at least a year:
 * https://shopify.dev/docs/api/admin-graphql/2026-10 · https://shopify.dev/docs/api/usage/versioning
 */
export const SHOPIFY_API_VERSION = '2026-10'

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders */
export const ORDER = `query Order($search: String!) {
  shop { currencyCode }
  orders(first: 10, query: $search) {
    nodes {
      id
      name
      lineItems(first: 250) { nodes { id sku refundableQuantity } }
      transactions(first: 100) {
        id kind status gateway
        amountSet { presentmentMoney { amount currencyCode } }
        parentTransaction { id }
      }
      refunds(first: 100) { id note }
    }
  }
}`

/** The key is mandatory since 2026-04: https://shopify.dev/docs/api/usage/idempotent-requests · https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/refundCreate */
export const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id }
    userErrors { field message }
  }
}`

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/giftCardCreate */
export const CREDIT = `mutation Credit($input: GiftCardCreateInput!) {
  giftCardCreate(input: $input) {
    giftCard { id }
    userErrors { field message code }
  }
}`

/** https://shopify.dev/docs/apps/build/orders-fulfillment/returns-apps/manage-exchanges */
export const EXCHANGE = `query Exchange($orderId: ID!) {
  returnableFulfillments(orderId: $orderId, first: 50) {
    nodes {
      returnableFulfillmentLineItems(first: 100) {
        nodes { quantity fulfillmentLineItem { id lineItem { id sku } } }
      }
    }
  }
  order(id: $orderId) {
    returns(first: 50) {
      nodes {
        id
        returnLineItems(first: 50) { nodes { ... on ReturnLineItem { id returnReasonNote processableQuantity } } }
        exchangeLineItems(first: 50) { nodes { id processableQuantity } }
      }
    }
  }
}`

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/returnCreate */
export const RETURN = `mutation Return($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return {
      id
      returnLineItems(first: 50) { nodes { ... on ReturnLineItem { id returnReasonNote processableQuantity } } }
      exchangeLineItems(first: 50) { nodes { id processableQuantity } }
    }
    userErrors { field message }
  }
}`

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/returnProcess */
export const PROCESS = `mutation Process($input: ReturnProcessInput!) {
  returnProcess(input: $input) {
    return { id }
    userErrors { field message }
  }
}`
