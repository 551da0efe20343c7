import { type HttpAnswer, refuse } from './http/http-answer.ts';
import type { HttpRequest } from './http/http-request.ts';
import type { Endpoint, HttpServer } from './http-server.ts';
import { page } from './pages/page.ts';
import { serveFile } from './pages/serve-file.ts';
import { loadStaticFiles, type StaticFile } from './pages/static-file.ts';

export interface StaticFolders {
  /** Folders of the built front ends; one that does not exist is not served. */
  readonly widget: string;
  /** Null where there is no page of our own: `/` leads to the desk. */
  readonly site: string | null;
  readonly desk: string;
  /** For styles that are made at run time: new for every page. */
  readonly newNonce: () => string;
}

/** On other sites' pages too: a new version is there within minutes. */
const WIDGET_FIELDS = {
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};
/** Their names hold a hash of their content. */
const ASSET_FIELDS = { 'cache-control': 'public, max-age=31536000, immutable' };
const OTHER_FIELDS = { 'cache-control': 'public, max-age=300' };

/** Serves the built front ends: the site at `/`, the desk at `/desk/`, the widget's script at `/widget.js`. */
export async function mountStaticFiles(server: HttpServer, folders: StaticFolders): Promise<void> {
  const [widget, site, desk] = await Promise.all(
    [folders.widget, folders.site, folders.desk].map((folder) => (folder === null ? [] : loadStaticFiles(folder))),
  );
  for (const file of widget ?? []) {
    mount(server, `/${file.path}`, async (request) => serveFile(request, file, WIDGET_FIELDS));
  }
  mountSite(server, '/', { files: site ?? [], newNonce: folders.newNonce });
  mountSite(server, '/desk/', { files: desk ?? [], newNonce: folders.newNonce });
  if (!desk || desk.length === 0) return;
  mount(server, '/desk', async () => REDIRECT_TO_DESK);
  if (folders.site === null) mount(server, '/', async () => REDIRECT_TO_DESK);
}

function mountSite(
  server: HttpServer,
  base: string,
  { files, newNonce }: { files: readonly StaticFile[]; newNonce: () => string },
): void {
  for (const file of files) {
    const isPage = file.path.endsWith('.html');
    const fields = file.path.startsWith('assets/') ? ASSET_FIELDS : OTHER_FIELDS;
    const serve: Endpoint = isPage
      ? async (request) => page(request, file, newNonce())
      : async (request) => serveFile(request, file, fields);
    mount(server, base + file.path.replace(/(^|\/)index\.html$/, '$1'), serve);
  }
  const index = files.find(({ path }) => path === 'index.html');
  // The desk's own addresses, after a reload.
  if (index && base !== '/') mount(server, `${base}*`, async (request) => pageBelow(request, index, newNonce));
}

/** An address without a file's ending is one of the application's own. */
function pageBelow(request: HttpRequest, index: StaticFile, newNonce: () => string): HttpAnswer {
  const path = (request.raw.url ?? '').split('?')[0] ?? '';
  return /\.\w+$/.test(path) ? refuse(404, 'not_found') : page(request, index, newNonce());
}

function mount(server: HttpServer, path: string, endpoint: Endpoint): void {
  server.on('get', path, endpoint);
  server.on('head', path, endpoint);
}

const REDIRECT_TO_DESK = { kind: 'empty', status: 308, headers: { location: '/desk/' } } as const;
