// `/embed/v1.js`: one script, no dependency, nothing that a strict policy or Trusted Types would refuse.
import { parcelElement } from './parcel-element'
import { baseOfScript } from './place'

const NAME = 'doorstep-parcel'

const script = document.currentScript
const address = script instanceof HTMLScriptElement ? script.src : ''

if (!customElements.get(NAME))
  customElements.define(NAME, parcelElement(address ? baseOfScript(address) : null))
