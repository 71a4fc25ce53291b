// What the operations of shoppers' returns share.

export const UNCHANGED = {
  description: 'Nothing has changed since the version in `If-None-Match`.',
  headers: ['ETag'],
} as const
export const SPOKEN = ['locale', 'acceptLanguage'] as const
export const WRITES = [
  'not_json',
  'too_large',
  'unsupported_media_type',
  'invalid_body',
  'foreign_origin',
  'not_found',
] as const
