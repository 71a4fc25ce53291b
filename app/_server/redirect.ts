type RedirectOptions = { status?: 303 | 307; vary?: string }

/** A redirect that nobody keeps; relative, so that it stays on the host that was asked. */
export const redirectTo = (location: string, { status = 307, vary }: RedirectOptions = {}): Response =>
  new Response(null, {
    status,
    headers: {
      location,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...(vary && { vary }),
    },
  })
