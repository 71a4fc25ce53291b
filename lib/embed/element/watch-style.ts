/** Says when the page around may look different: another scheme of the device, another class or attribute on its root. */
export function watchStyle(changed: () => void, signal: AbortSignal): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal })
  const observer = new MutationObserver(changed)
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true })
  signal.addEventListener('abort', () => observer.disconnect())
}
