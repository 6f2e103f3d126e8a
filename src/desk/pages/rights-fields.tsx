// Roles and clearances as people choose and read them.
import type { FC } from 'hono/jsx';
import { type Grant, MARKS, type Mark, ROLES, type Role } from '../../terms/marks.js';
import type { Process } from '../../terms/record.js';

export const sayRights = ({ role, clearance }: { readonly role: Role; readonly clearance: Mark }): string => `${role}, up to ${clearance}`;

export const RoleChoice: FC<{ id: string; name: string; chosen: Role | null; none?: string }> = ({ id, name, chosen, none }) => (
  <select id={id} name={name}>
    {none === undefined ? null : (
      <option value="" selected={chosen === null}>
        {none}
      </option>
    )}
    {ROLES.map((role) => (
      <option value={role} selected={role === chosen}>
        {role}
      </option>
    ))}
  </select>
);

export const MarkChoice: FC<{ id: string; name: string; chosen: Mark | null }> = ({ id, name, chosen }) => (
  <select id={id} name={name}>
    {MARKS.map((mark) => (
      <option value={mark} selected={mark === (chosen ?? 'GREEN')}>
        {mark}
      </option>
    ))}
  </select>
);

export const GrantList: FC<{ grants: readonly Grant[]; processes: readonly Process[] }> = ({ grants, processes }) =>
  grants.length === 0 ? null : (
    <ul class="small">
      {grants.map((grant) => (
        <li>
          <span dir="auto">{processes.find(({ id }) => id === grant.process)?.name ?? grant.process}</span>: {sayRights(grant)}
        </li>
      ))}
    </ul>
  );
