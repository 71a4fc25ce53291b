/** Of the script that shops load; a published version never changes, so that its hash can be written down. */
export const EMBED_VERSION = '1.0.0'
