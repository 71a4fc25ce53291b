/** A merchant's plain text: what stands on lines of its own are paragraphs. */
export function Prose({ text, className = 'text-text' }: { text: string; className?: string }) {
  return (
    <div className={`mt-2 max-w-[60ch] space-y-2 wrap-anywhere ${className}`}>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </div>
  )
}
