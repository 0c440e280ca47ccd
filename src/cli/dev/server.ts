/** The preview server: plain files of the site on this computer alone, shown again after each build. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Host } from '../../source/host.js';
import {
  errorPage,
  eventsPath,
  faultsPage,
  faultsPath,
  missingPage,
  reloadScript,
  scriptPath,
  withNotice,
  withReload,
} from './pages.js';
import { findFile } from './site-files.js';

/** What the last build came to. */
export interface BuildState {
  /** The faults as text, while nothing could be published. */
  readonly failure?: string;
  /** The faults of a site that is shown in spite of them: counted, and as text. */
  readonly faults?: { readonly summary: string; readonly report: string };
}

export interface Preview {
  readonly port: number;
  /** Tells open pages and later requests what the last build came to. */
  readonly show: (state: BuildState) => void;
  readonly close: () => Promise<void>;
}

/** Starts the server on this computer's own address. Without a port it takes 8080 or the next free one. */
export async function startPreview(host: Host, site: string, port?: number): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let state: BuildState = {};
  const server = createServer((request, response) => answer(request, response));
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // A page of another site that has its name lead here must not read drafts.
    if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '')) {
      send(response, 403, 'text/plain; charset=utf-8', 'Open this preview as http://localhost.');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain; charset=utf-8', 'Only GET and HEAD.');
      return;
    }
    const url = request.url ?? '/';
    const cut = url.search(/[?#]/);
    const path = cut === -1 ? url : url.slice(0, cut);
    if (path === eventsPath) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    if (path === scriptPath) {
      send(response, 200, 'text/javascript; charset=utf-8', reloadScript);
      return;
    }
    if (path === faultsPath) {
      const report = state.faults?.report ?? state.failure ?? 'No faults found.';
      send(response, 200, 'text/html; charset=utf-8', faultsPage(report));
      return;
    }
    serve(response, path, url.slice(cut === -1 ? url.length : cut).startsWith('?last'));
  };
  const shown = (html: string): string =>
    withReload(state.faults === undefined ? html : withNotice(html, state.faults.summary));
  const serve = (response: ServerResponse, path: string, last: boolean): void => {
    const found = findFile(host, site, path);
    const html = 'text/html; charset=utf-8';
    const isPage =
      found.kind === 'file' ? found.type === html : found.kind === 'missing' && !/\.\w+$/.test(path);
    if (state.failure !== undefined && isPage && !last) {
      send(response, 500, html, errorPage(state.failure, found.kind === 'file' ? `${path}?last` : undefined));
      return;
    }
    switch (found.kind) {
      case 'moved':
        response.writeHead(302, { location: found.to, 'cache-control': 'no-store' }).end();
        return;
      case 'missing':
        send(response, 404, html, missingPage(path));
        return;
      case 'file':
        send(response, 200, found.type, isPage ? shown(new TextDecoder().decode(found.bytes)) : found.bytes);
    }
  };
  const chosen = await listen(server, port);
  return {
    port: chosen,
    show: (next) => {
      state = next;
      for (const listener of listeners) listener.write('event: built\ndata: \n\n');
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

const firstPort = 8080;

async function listen(server: Server, port: number | undefined): Promise<number> {
  const tries = port === undefined ? Array.from({ length: 20 }, (_, i) => firstPort + i) : [port];
  for (const candidate of tries) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const failed = (cause: NodeJS.ErrnoException): void => {
        if (cause.code === 'EADDRINUSE') resolve(true);
        else reject(cause);
      };
      server.once('error', failed);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', failed);
        resolve(false);
      });
    });
    if (!taken) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    }
  }
  throw new Error(
    port === undefined ? 'The ports 8080 to 8099 are all in use.' : `The port ${port} is in use.`,
  );
}
