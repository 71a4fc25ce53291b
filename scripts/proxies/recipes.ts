import { readFileSync } from 'node:fs'

const GUIDE = 'docs/embed/own-domain.md'

/** The text of the guide's one block in a language: what is written there is what is tried. */
function block(language: string): string {
  const found = [...readFileSync(GUIDE, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(
    ([, name]) => name === language,
  )
  const text = found[0]?.[2]
  if (!text || found.length > 1) throw new Error(`${GUIDE} has not exactly one block of ${language}`)
  return text
}

/** Replaces what must differ here; each must be there. */
function change(text: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`${GUIDE} no longer says «${from}»`)
    return changed.replaceAll(from, to)
  }, text)
}

type Setting = {
  folder: string
  /** The proxy's own. */
  port: number
  /** Doorstep's. */
  upstream: number
}

/** The guide's nginx servers in a configuration that needs nothing of the machine. */
export function nginxConf({ folder, port, upstream }: Setting): string {
  const servers = change(block('nginx'), {
    'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
    '/etc/ssl/doorstep': folder,
    '127.0.0.1:3000': `127.0.0.1:${upstream}`,
  })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
access_log off;
${temporary.map((name) => `${name}_temp_path ${folder}/nginx-${name};`).join('\n')}
${servers}
}
`
}

/** The guide's Caddyfile with an authority of its own. */
export function caddyfile({ folder, port, upstream }: Setting): string {
  const globals = `{
	admin off
	local_certs
	skip_install_trust
	auto_https disable_redirects
	http_port ${port + 1}
	https_port ${port}
	default_bind 127.0.0.1
	storage file_system ${folder}/caddy
`
  return change(block('caddyfile'), { '127.0.0.1:3000': `127.0.0.1:${upstream}` }).replace('{\n', globals)
}
