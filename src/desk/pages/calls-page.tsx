// The calls of the desk for people: each address with what it is for; a program gets the OpenAPI document at the same address.
import type { FC } from 'hono/jsx';
import type { CallLine } from '../api/document.js';
import type { Frame } from './frame.js';
import { Page } from './shell.js';

export const CallsPage: FC<{ frame: Frame; calls: readonly CallLine[] }> = ({ frame, calls }) => (
  <Page frame={frame} title="Calls" current={null} twin="/api.json">
    <div class="head">
      <h1>The calls of this desk</h1>
      <p class="standfirst">
        Every page has a JSON twin: its address with <code>.json</code>. The whole as OpenAPI: <a href="/api.json">/api.json</a>.
      </p>
    </div>
    <table class="list wide">
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ method, path, summary }) => (
          <tr>
            <td>
              <code>
                {method} {path}
              </code>
            </td>
            <td>{summary}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Page>
);
