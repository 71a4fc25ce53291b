/** What a merchant publishes to show that a host is theirs: one of the two is enough. */
export type HostProof = {
  dns: { type: 'TXT'; name: string; value: string }
  file: { url: string; content: string }
}

/** Where the proof of a host stands, and what it says. */
export function hostProof(host: string, token: string): HostProof {
  const text = `doorstep-verification=${token}`
  return {
    dns: { type: 'TXT', name: `_doorstep.${host}`, value: text },
    file: { url: `https://${host}/.well-known/doorstep-verification.txt`, content: text },
  }
}
