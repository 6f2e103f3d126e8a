// Tokens as a list, each with what it may and how it is ended.
import type { FC } from 'hono/jsx';
import type { Token } from '../../terms/people.js';
import { sayRights } from './rights-fields.js';
import { Day } from './time.js';

const dayOf = (at: string): string => at.slice(0, 10);

export const TokenList: FC<{ tokens: readonly Token[]; token: string; below: string; users: boolean }> = ({
  tokens,
  token,
  below,
  users,
}) => (
  <ul class="people">
    {tokens.map(({ id, user, label, until, used, ...may }) => (
      <li>
        <form class="inline" method="post" action={`${below}/${encodeURIComponent(id)}/revoke`}>
          <input type="hidden" name="token" value={token} />
          <span>
            <strong dir="auto">{label}</strong>
            {users ? (
              <>
                {' of '}
                <span dir="auto">{user}</span>
              </>
            ) : null}
            <span class="quiet">
              {' '}
              {sayRights(may)}
              {until === null ? ', without end' : ', until '}
              {until === null ? null : <Day date={dayOf(until)} />}
              {used === null ? ', not used yet' : ', last used '}
              {used === null ? null : <Day date={dayOf(used)} />}
            </span>
          </span>
          <button type="submit" class="grave" aria-label={`Revoke ${label}${users ? ` of ${user}` : ''}`}>
            Revoke
          </button>
        </form>
      </li>
    ))}
  </ul>
);
