import { findFrame } from './frame'
import { hasDeepLink } from './history'
import type { Base, Section } from './place'
import { type Memory, openSession, type Session } from './session'

let made = 0

/** The class of an element that begins in one section of a shop's pages, for the script that was loaded from `script`. */
export const embedElement = (script: Base | null, section: Section) =>
  class extends HTMLElement {
    static readonly observedAttributes = ['shop', 'locale', 'order', 'token', 'scheme', 'view']

    // Elements are made in the same order at every load: so the history finds its frame again.
    #memory: Memory = { key: String(made++), path: '' }
    #session: Session | null = null

    #open(): void {
      if (this.isConnected) this.#session ??= openSession(this, script, section, this.#memory)
    }

    connectedCallback(): void {
      this.style.display ||= 'block'
      // The iframe of the snippet may still be on its way, or the element that a deep link is for.
      if (document.readyState !== 'loading' || (findFrame(this) && !hasDeepLink())) this.#open()
      else document.addEventListener('DOMContentLoaded', () => this.#open(), { once: true })
    }

    disconnectedCallback(): void {
      this.#session?.stop()
      this.#session = null
      // Moved within the page: the frame has begun anew.
      this.#open()
    }

    /** Moved with `moveBefore`: the frame goes on. */
    connectedMoveCallback(): void {}

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after) return
      if (name === 'scheme' || name === 'view') this.#session?.restyle()
      else this.#session?.restart()
    }
  }
