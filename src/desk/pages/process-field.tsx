// The choice of a process in a form: the one that is open, another, or none yet.
import type { FC } from 'hono/jsx';
import type { Frame } from './frame.js';

export const ProcessField: FC<{ frame: Frame; id: string; label: string }> = ({ frame, id, label }) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} name="process">
      {frame.processes.map((process) => (
        <option value={process.id} selected={process.id === frame.process?.id}>
          {process.name}
        </option>
      ))}
      <option value="" selected={frame.process === null}>
        none yet
      </option>
    </select>
  </div>
);
