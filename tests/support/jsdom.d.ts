/** As much of jsdom as the tests use; it brings no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string, options?: { url?: string })
    window: Window & typeof globalThis
  }
}
