// `/embed/v1.js`: one script, no dependency, nothing that a strict policy or Trusted Types would refuse.
import { embedElement } from './embed-element'
import { baseOfScript, type Section } from './place'

const ELEMENTS: Record<string, Section> = { 'doorstep-parcel': '', 'doorstep-returns': 'returns' }

const script = document.currentScript
const address = script instanceof HTMLScriptElement ? script.src : ''

for (const [name, section] of Object.entries(ELEMENTS))
  if (!customElements.get(name))
    customElements.define(name, embedElement(address ? baseOfScript(address) : null, section))
