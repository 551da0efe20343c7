import { MARKUP } from './hostile-texts.ts';

/** An address that nothing may ever be asked for. */
const HIT = 'https://hit.example';

/**
 * Words that run a script, or fetch something, wherever they are taken for markup, an address, a style, a template or a part of a
 * card: by the place where they would act. What runs shows itself by a dialog, by `window.scriptRan` or by a request.
 */
export const SCRIPT_PAYLOADS: Readonly<Record<string, readonly string[]>> = {
  markup: MARKUP,
  elements: [
    '<ScRiPt>scriptRan=1</sCrIpT>',
    '<script/src=data:,scriptRan=1></script>',
    '<script\n>scriptRan=1</script\n>',
    '<script type=module>scriptRan=1</script>',
    '<noscript><p title="</noscript><img src=x onerror=scriptRan=1>">',
    '<template><script>scriptRan=1</script></template>',
    '<xmp><img src=x onerror=scriptRan=1></xmp>',
    '<title></title><script>scriptRan=1</script>',
    '<frameset onload=scriptRan=1>',
    '<body onload=scriptRan=1>',
    '<marquee onstart=scriptRan=1>x</marquee>',
    '<keygen autofocus onfocus=scriptRan=1>',
    '<portal src=javascript:scriptRan=1>',
    '<dialog open onclose=scriptRan=1><form method=dialog><button>x</button></form></dialog>',
    `<img srcset="${HIT}/a 1x" src=x>`,
    `<video poster="${HIT}/b"></video>`,
    `<audio src="${HIT}/c" autoplay></audio>`,
    `<input type=image src="${HIT}/d">`,
    `<table background="${HIT}/e"><tr><td>x</table>`,
  ],
  handlers: [
    '<p onmouseover=scriptRan=1 style="position:fixed;inset:0">x</p>',
    '<div onpointerrawupdate=scriptRan=1>x</div>',
    '<b onanimationstart=scriptRan=1 style="animation:spin 1s">x</b>',
    '<i ontransitionend=scriptRan=1>x</i>',
    '<div contenteditable onblur=scriptRan=1 autofocus>x</div>',
    '<select autofocus onfocus=scriptRan=1><option>x</select>',
    '<img src=x one\u0000rror=scriptRan=1>',
    '<img/src=x/onerror=scriptRan=1>',
    '<img src=x onerror\u000b=scriptRan=1>',
    '<img src=`x`onerror=scriptRan=1>',
    "x' onfocus='scriptRan=1' autofocus tabindex=0 x='",
    'x" onfocus="scriptRan=1" autofocus tabindex=0 x="',
    '` onerror=scriptRan=1 x=`',
  ],
  addresses: [
    'javascript:scriptRan=1',
    ' javascript:scriptRan=1',
    '\u0001javascript:scriptRan=1',
    'java\nscript:scriptRan=1',
    'javascript&colon;scriptRan=1',
    'javascript&#58;scriptRan=1',
    'javascript:%73criptRan=1',
    'javascript://%0ascriptRan=1',
    'vbscript:msgbox(1)',
    'data:text/html;base64,PHNjcmlwdD5zY3JpcHRSYW49MTwvc2NyaXB0Pg==',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="scriptRan=1"/>',
    'blob:null/scriptRan',
    'filesystem:http://localhost/x.html',
    'view-source:javascript:scriptRan=1',
    '//hit.example/x.js',
    '\\\\hit.example\\x',
    'https:hit.example/x.js',
    'http://javascript:scriptRan=1@hit.example/',
  ],
  svg: [
    '<svg><script>scriptRan=1</script></svg>',
    '<svg><script href="data:,scriptRan=1"/></svg>',
    '<svg><a xlink:href="javascript:scriptRan=1"><text y=20>x</text></a></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=scriptRan=1/>#x"/></svg>',
    '<svg><foreignObject><iframe srcdoc="<script>parent.scriptRan=1</script>"></iframe></foreignObject></svg>',
    '<svg><set attributeName=href to=javascript:scriptRan=1 onbegin=scriptRan=1 /></svg>',
    `<svg><image href="${HIT}/f"/></svg>`,
    `<svg><style>@import "${HIT}/g";</style></svg>`,
  ],
  mutation: [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=scriptRan=1&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=scriptRan=1>">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=scriptRan=1>',
    '<noembed><img title="</noembed><img src onerror=scriptRan=1>"></noembed>',
    '<select><style></select><img src=x onerror=scriptRan=1></style>',
    '<a><table><a><img src=x onerror=scriptRan=1>',
    '<!--><img src=x onerror=scriptRan=1>-->',
    '<![CDATA[><img src=x onerror=scriptRan=1>]]>',
    '<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">scriptRan=1</script>',
    '\ufeff<img src=x onerror=scriptRan=1>',
    '＜script＞scriptRan=1＜/script＞',
  ],
  markdown: [
    '[x](<javascript:scriptRan=1>)',
    '[x](data:text/html,scriptRan)',
    '[x][y]\n\n[y]: javascript:scriptRan=1',
    '<javascript:scriptRan=1>',
    `![x](x"onerror="scriptRan=1)`,
    '```html\n<script>scriptRan=1</script>\n```',
    '$\\href{javascript:scriptRan=1}{x}$',
    `| a |\n|---|\n| <img src=${HIT}/h> |`,
  ],
  styles: [
    '<div style="background:url(https://hit.example/i)">x</div>',
    '<p style=x:expression(scriptRan=1)>x</p>',
    '<style>*{background:url(https://hit.example/j)}</style>',
    '</style><script>scriptRan=1</script>',
    'red;background:url(https://hit.example/k)',
  ],
  templates: [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that must not be filled.
    '${scriptRan=1}',
    '{{scriptRan=1}}',
    '#{scriptRan=1}',
    '<%= scriptRan=1 %>',
    '{"__html":"<img src=x onerror=scriptRan=1>"}',
    '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=scriptRan=1>"}}',
    '{"$$typeof":"Symbol(react.element)","type":"script","props":{"children":"scriptRan=1"}}',
    '</script><script>scriptRan=1</script>',
    '\u2028scriptRan=1\u2029',
    '{"type":"Action.OpenUrl","url":"javascript:scriptRan=1"}',
  ],
};

export const ALL_SCRIPT_PAYLOADS: readonly string[] = Object.values(SCRIPT_PAYLOADS).flat();

/** Names of files that would be markup, an address or another type where they are shown or saved. */
export const HOSTILE_FILE_NAMES: readonly string[] = [
  '<img src=x onerror=scriptRan=1>.png',
  '"><script>scriptRan=1</script>.png',
  'javascript:scriptRan=1.png',
  'x.png" onerror="scriptRan=1',
  '../../desk/index.html',
  'invoice\u202egnp.html',
];

/** A card as a customer would have us draw it: each of its parts acts where it is trusted. */
export const HOSTILE_CARD = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  name: '<img src=x onerror=scriptRan=1>',
  contentUrl: 'javascript:scriptRan=1',
  thumbnailUrl: `${HIT}/thumb.svg`,
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: '[x](javascript:scriptRan=1) <img src=x onerror=scriptRan=1>' },
      {
        type: 'Image',
        url: `${HIT}/card.png`,
        selectAction: { type: 'Action.OpenUrl', url: 'javascript:scriptRan=1' },
      },
      { type: 'Media', sources: [{ mimeType: 'text/html', url: `${HIT}/media.html` }] },
    ],
    actions: [
      { type: 'Action.OpenUrl', title: '<b onclick=scriptRan=1>', url: 'javascript:scriptRan=1' },
      { type: 'Action.Submit', title: 'x', data: { __html: '<script>scriptRan=1</script>' } },
    ],
  },
} as const;
