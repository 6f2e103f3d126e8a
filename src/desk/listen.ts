// Starts to answer on an address and port, and stops without cutting anybody short.
import { createAdaptorServer } from '@hono/node-server';
import { ParleyError } from '../terms/errors.js';

export interface Listening {
  /** Where a browser finds the desk. */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets those in hand end (at most `graceMs`), then resolves. */
  close(graceMs?: number): Promise<void>;
}

const codeOf = (error: Error): string | undefined => ('code' in error && typeof error.code === 'string' ? error.code : undefined);

/** Throws `port-in-use`, or `not-allowed` where the system refuses the address. Port 0 takes any that is free. */
export async function startDesk(
  app: { fetch(request: Request, env?: unknown): Response | Promise<Response> },
  { host = '127.0.0.1', port }: { readonly host?: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error) => {
      const code = codeOf(error);
      if (code === 'EADDRINUSE') reject(new ParleyError('port-in-use', String(port), { cause: error }));
      else if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
        reject(new ParleyError('not-allowed', `listening on ${host}:${port}`, { cause: error }));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: (graceMs = 5000) =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs).unref();
      }),
  };
}
