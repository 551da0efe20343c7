import { render } from 'preact';
import { nearestWidgetLanguage, type WidgetLanguage } from '../../strings/widget/widget-language.ts';
import { Chat } from './connection/chat.ts';
import { directLine } from './connection/direct-line.ts';
import { type KeyValue, keepIn } from './connection/key-value.ts';
import type { LinkSocket, SocketListener } from './connection/link.ts';
import { logOut } from './connection/log-out.ts';
import { openSession } from './connection/open-session.ts';
import { PageIdentity } from './connection/page-identity.ts';
import { upload } from './connection/upload.ts';
import { createHost } from './host.ts';
import { App, type Remote } from './view/app.tsx';
import { watchDevice } from './watch-device.ts';

declare global {
  interface Window {
    /** The widget on this page, from the event `switchboard:ready` on. */
    Switchboard?: Remote;
  }
}

/**
 * `<script src="https://chat.example/widget.js" async></script>`, and the widget is on the page. It finds its server
 * from its own address; `data-language` (BCP 47) sets the first language, `data-theme` (`light`, `dark`) the looks, `data-hotline` the
 * number to offer where no server can be reached, `data-identity` who is signed in at the page (a token signed by its site, good once).
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement && window.Switchboard === undefined) {
  whenParsed(() => start(script));
}

function start(script: HTMLScriptElement): void {
  const base = new URL('.', script.src).href.replace(/\/$/, '');
  const { language, theme, hotline, identity: token } = script.dataset;
  const identity = new PageIdentity();
  if (token) identity.set(token);
  const kept = keepIn(readableStorage(), `switchboard ${base} `);
  const firstLanguage = languageOf(language, kept);
  const chat = createChat({ base, kept, identity }, firstLanguage);
  const host = createHost({ theme, nonce: script.nonce });
  chat.subscribe(() => host.setBrand(chat.state.session?.utility));
  if (hotline !== undefined && chat.hotline === undefined) chat.setHotline(hotline);
  watchDevice(chat);
  // Who has spoken with us hears of an answer while the panel is closed.
  if (chat.known) chat.begin({ greet: false });

  render(
    <App
      chat={chat}
      base={base}
      firstLanguage={firstLanguage}
      identity={{
        identify(source) {
          identity.set(source);
          chat.identify();
        },
        logout() {
          identity.set(undefined);
          return chat.logOut();
        },
      }}
      onReady={(remote) => {
        window.Switchboard = remote;
        window.dispatchEvent(new Event('switchboard:ready'));
      }}
      onLanguage={(language) => kept.set('language', language)}
      onCover={host.setCovered}
    />,
    host.root,
  );
}

interface Place {
  base: string;
  kept: KeyValue;
  identity: PageIdentity;
}

function createChat({ base, kept, identity }: Place, language: WidgetLanguage): Chat {
  const asked: typeof fetch = (input, init) => fetch(input, { credentials: 'omit', ...init });
  return new Chat(
    {
      line: directLine({ base, fetch: asked }),
      openSession: (wanted) => openSession({ base, fetch: asked, kept, identity, inTurn }, wanted),
      logOut: (token) => logOut({ base, fetch: asked }, token),
      upload: (request) => upload({ base, ...request }),
      openSocket: (url, listener) => openSocket(socketUrl(url, base), listener),
      kept,
      newId,
      now: () => Date.now(),
      random: () => Math.random(),
    },
    language,
  );
}

/** The customer's own choice, then the page's, then the browser's. */
function languageOf(wish: string | undefined, kept: KeyValue): WidgetLanguage {
  const wishes = [kept.get('language'), wish, document.documentElement.lang, ...navigator.languages];
  return wishes.map((tag) => nearestWidgetLanguage(tag ?? '')).find((language) => language !== undefined) ?? 'zh-Hans';
}

function openSocket(url: string, { onOpen, onText, onClose }: SocketListener): LinkSocket {
  const socket = new WebSocket(url);
  socket.onopen = onOpen;
  socket.onmessage = ({ data }) => onText(data);
  socket.onclose = onClose;
  return socket;
}

function socketUrl(streamUrl: string, base: string): string {
  return new URL(streamUrl, `${base}/`).href.replace(/^http/, 'ws');
}

/** One tab after another, where the browser has locks; where not, two tabs opened at once may begin two conversations. */
function inTurn<T>(action: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks === undefined ? action() : Promise.resolve(locks.request('switchboard session', action));
}

/** `crypto.randomUUID` is there only on secure pages. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Reading the property itself throws where storage is blocked.
    return undefined;
  }
}

/** An async script may run before there is a body to stand in. */
function whenParsed(action: () => void): void {
  if (document.body !== null) action();
  else document.addEventListener('DOMContentLoaded', action, { once: true });
}
