/**
 * The page that answers a form may be kept by the browser that sent it: otherwise going back to it would ask to send the form once
 * more. What is asked for without a form stays as it is.
 */
export const answeredForm = ({ method }: Request): Record<string, string> =>
  method === 'POST' ? { 'cache-control': 'private, no-cache' } : {}
