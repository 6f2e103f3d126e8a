// The items of an export as they arrive, each checked: one is never held longer than it takes to keep it.
import { ParleyError } from '../../terms/errors.js';
import { type Exported, exportedSchema } from '../../terms/record.js';

/** Throws `bad-archive` with the number of the line. */
export async function* itemsIn(lines: AsyncIterable<string>): AsyncGenerator<Exported> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      throw new ParleyError('bad-archive', `line ${number} is no JSON`, { cause: error });
    }
    const parsed = exportedSchema.safeParse(json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new ParleyError('bad-archive', `line ${number}${issue ? `, ${issue.path.join('.')}: ${issue.message}` : ''}`);
    }
    yield parsed.data;
  }
}
