// The form of a line's fields: to edit what the reader found, to say whose words they are, or to make a line by hand. Works without script.
import type { Child, FC } from 'hono/jsx';
import type { Reading } from '../../terms/reading.js';
import { wordsAtAll } from '../../terms/span.js';
import { type Field, shownIn } from './line-fields.js';
import { shorten } from './shorten.js';

const HINTS: Partial<Record<Field['as'], string>> = { many: 'several with ; between', date: 'such as 2014-02-10, 2014-02 or 2014-02~' };

const Choice: FC<{ field: Field; id: string; of: readonly (readonly [value: string, label: string])[]; shown: string }> = ({
  field,
  id,
  of,
  shown,
}) => (
  <select id={id} name={field.name}>
    {of.map(([value, label]) => (
      <option value={value} selected={value === shown}>
        {label}
      </option>
    ))}
  </select>
);

const Input: FC<{ field: Field; id: string; line: object; reading: Reading; first: boolean }> = ({ field, id, line, reading, first }) => {
  const shown = shownIn(field, line, reading);
  if (field.as === 'choice') {
    const none = field.nullable ? [['', 'not told'] as const] : [];
    return <Choice field={field} id={id} of={[...none, ...(field.of ?? []).map((word) => [word, word] as const)]} shown={shown} />;
  }
  if (field.as === 'flag')
    return (
      <Choice
        field={field}
        id={id}
        of={[
          ['no', 'no'],
          ['yes', 'yes'],
        ]}
        shown={shown}
      />
    );
  if (field.as === 'statement') {
    const said = reading.statements.map(({ id: ref, content }) => [ref, shorten(wordsAtAll(reading.text, content), 60)] as const);
    return <Choice field={field} id={id} of={[['', 'the report itself'], ...said]} shown={shown} />;
  }
  const list = field.as === 'one' || field.name === 'place' || field.name === 'venue' ? 'actors' : undefined;
  return <input id={id} name={field.name} value={shown} list={list} autofocus={first} autocomplete="off" dir="auto" />;
};

export const LineForm: FC<{
  action: string;
  fields: readonly Field[];
  /** What the fields show: a line, or what is known of one that is being made. */
  line: object;
  reading: Reading;
  submit: string;
  back: string;
  children: Child;
}> = ({ action, fields, line, reading, submit, back, children }) => (
  <form method="post" action={action} class="decide fields">
    {children}
    {fields.map((field, i) => (
      <p>
        <label for={`field-${field.name}`}>{field.label}</label>
        <Input field={field} id={`field-${field.name}`} line={line} reading={reading} first={i === 0} />
        {HINTS[field.as] === undefined ? null : <span class="small quiet">{HINTS[field.as]}</span>}
      </p>
    ))}
    <datalist id="actors">
      {reading.actors.map(({ names }) => (
        <option value={names[0]} />
      ))}
    </datalist>
    <button type="submit">{submit}</button>{' '}
    <a href={back} data-key="Escape">
      Leave it as it is
    </a>
  </form>
);
