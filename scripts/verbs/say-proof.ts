import type { HostProof } from '@/lib/shops/host-proof'

/** What to publish, in words for whoever runs the command line. */
export const sayProof = ({ dns, file }: HostProof): string[] => [
  'Publish one of the two, then run host:verify:',
  '',
  `TXT record  ${dns.name}`,
  `            ${dns.value}`,
  '',
  `file        ${file.url}`,
  `            ${file.content}`,
]
