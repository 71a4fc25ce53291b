/** Our own icons on a 24 px grid; each tone has a shape of its own, so that colour is never the only sign. */
const ICONS = {
  calm: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9h8m-3-3 3 3-3 3" />,
  today: <path d="M6 21V10a6 6 0 0 1 12 0v11M3 21h18M15 15v1" />,
  good: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.5 2.8 2.8L16 9.5" />,
  action: <path d="m12 2.5 9.5 9.5-9.5 9.5L2.5 12 12 2.5ZM12 8v5m0 3v.2" />,
  warn: <path d="M12 3.5 2.5 20h19L12 3.5ZM12 10v4.5m0 2.8v.2" />,
  critical: <path d="M8 2.8h8L21.2 8v8L16 21.2H8L2.8 16V8L8 2.8ZM9 9l6 6m0-6-6 6" />,
  mail: <path d="M3 5.5h18v13H3v-13Zm0 .5 9 7 9-7" />,
  phone: <path d="M7.5 3 10 8l-2.2 2a12 12 0 0 0 6.2 6.2l2-2.2 5 2.5-.8 3.8C12 21.5 2.5 12 3.7 3.8L7.5 3Z" />,
  chat: <path d="M3 4.5h18v12H11l-5 4v-4H3v-12Zm5 6h.2m3.7 0h.2m3.7 0h.2" />,
  date: <path d="M3.5 5.5h17v15h-17v-15Zm0 5h17M8 3v4m8-4v4" />,
  box: <path d="m3 7.5 9-4.5 9 4.5v9L12 21l-9-4.5v-9Zm0 0L12 12l9-4.5M12 12v9" />,
  more: <path d="m6 9 6 6 6-6" />,
} as const

export type IconName = keyof typeof ICONS

/** A decorative icon in the colour of its text; what it means stands beside it in words. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      {ICONS[name]}
    </svg>
  )
}
