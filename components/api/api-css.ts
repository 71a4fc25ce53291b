/** The look of the API's page: a reading column in the brand's colours. */
export const API_CSS = `
*{box-sizing:border-box}
body{margin:0;background:var(--ds-background);color:var(--ds-text);font:1rem/1.55 var(--ds-body)}
main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font:600 clamp(2rem,6vw,3rem)/1.1 var(--ds-heading);margin:0 0 1rem}
h2{font:600 1.5rem/1.2 var(--ds-heading);margin:3rem 0 1rem}
h3{font-size:1.125rem;margin:2rem 0 .5rem}
h4{font-size:.9375rem;margin:1.25rem 0 .25rem}
p,ul{margin:.5rem 0}
ul{padding-inline-start:1.25rem}
a{color:inherit;text-underline-offset:.2em}
code,pre{font:.875rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;padding:1rem;background:var(--ds-surface);border-radius:var(--ds-radius)}
pre code{overflow-wrap:normal}
summary{cursor:pointer;padding:.5rem 0;min-height:1.5rem}
article{border-top:1px solid currentColor;padding-top:.5rem;margin-top:2rem}
`
