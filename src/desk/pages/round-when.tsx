// When a round is or was: "Mon 10 Feb, in 5 days", "Fri 24 Jan to Fri 31 Jan", "until Fri 31 Jan", "no date".
import type { FC } from 'hono/jsx';
import { Day } from './time.js';

export const RoundWhen: FC<{ start: string | null; end: string | null; day: string }> = ({ start, end, day }) => {
  if (start === null) {
    return end === null ? (
      <>no date</>
    ) : (
      <>
        until <Day date={end} asOf={day} />
      </>
    );
  }
  return end === null ? (
    <Day date={start} asOf={day} distance />
  ) : (
    <>
      <Day date={start} asOf={day} /> to <Day date={end} asOf={day} />
    </>
  );
};
