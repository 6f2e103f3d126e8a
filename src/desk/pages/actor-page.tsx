// One actor: what it wants, whom it presses and is pressed by, what ties it, its words; newest first, each with the words of the report.
import type { FC } from 'hono/jsx';
import type { ClaimKind } from '../../terms/reading.js';
import type { ActorPage as Actor, Alike } from '../../terms/record.js';
import { actorAddress, scoped } from './addresses.js';
import { type Frame, may } from './frame.js';
import { Line } from './mark.js';
import { ACT_WORDS, sayClaim } from './say-claim.js';
import { Page } from './shell.js';
import { quoted, shorten, unquoted } from './shorten.js';
import { Day } from './time.js';

/** The sections of an actor's page: kinds of claim with the heading a person looks for, in the order of asking. */
const SECTIONS: readonly (readonly [heading: string, kinds: readonly ClaimKind[]])[] = [
  ['Towards the rounds', ['standing', 'talks']],
  ['Wants', ['position']],
  ['Undertakings', ['commitment']],
  ['Presses and is pressed', ['pressure']],
  ['Blames and is blamed', ['blame']],
  ['Posts and ties', ['tie']],
  ['Access', ['access']],
  ['Deeds', ['act']],
];
/** So that one busy heading does not bury the others. */
const SHOWN = 12;

type ActorClaim = Actor['claims'][number];

const Claims: FC<{ heading: string; claims: readonly ActorClaim[]; day: string }> = ({ heading, claims, day }) => (
  <section class="block" aria-label={heading}>
    <h2>{heading}</h2>
    <ul>
      {claims.slice(0, SHOWN).map(({ claim, citation, actors }) => (
        <Line of={[citation]} asOf={day} class={citation.review}>
          <span class="says">{sayClaim(claim, (ref) => actors[ref]?.name ?? ref, day)}</span>
          {citation.published === null ? null : (
            <span class="quiet">
              {' '}
              <Day date={citation.published} asOf={day} />
            </span>
          )}
        </Line>
      ))}
    </ul>
    {claims.length > SHOWN ? <p class="quiet">and {claims.length - SHOWN} more, in the JSON of this page</p> : null}
  </section>
);

/** Who was merged into this actor, and who may be the same; nobody is merged by itself. */
const Same: FC<{ frame: Frame; page: Actor; alike: readonly Alike[] }> = ({ frame, page: { actor, joined }, alike }) =>
  joined.length + alike.length === 0 || !may(frame, 'reviewer') ? null : (
    <section class="block screen-only" aria-labelledby="same">
      <h2 id="same">The same under another name</h2>
      <ul>
        {joined.map(({ id, name }) => (
          <li class="line">
            <form method="post" action={`${actorAddress(actor.id)}/split`} class="inline">
              <input type="hidden" name="token" value={frame.token} />
              <input type="hidden" name="actor" value={id} />
              <span dir="auto">{name}</span> <span class="quiet">merged into this one</span> <button type="submit">Split again</button>
            </form>
          </li>
        ))}
        {alike.map(({ id, name, called, why, reports }) => (
          <li class="line">
            <form method="post" action={`${actorAddress(actor.id)}/merge`} class="inline">
              <input type="hidden" name="token" value={frame.token} />
              <input type="hidden" name="actor" value={id} />
              <a href={actorAddress(id)} dir="auto">
                {name}
              </a>{' '}
              <span class="quiet">
                {why}: {called} · in {reports} {reports === 1 ? 'report' : 'reports'}
              </span>{' '}
              <button type="submit">Is {actor.name}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );

export const ActorPage: FC<{ frame: Frame; page: Actor; alike: readonly Alike[] }> = ({ frame, page, alike }) => {
  const { actor, names, statements, claims } = page;
  return (
    <Page frame={frame} title={actor.name} current="who" twin={`${actorAddress(actor.id)}.json`}>
      <div class="head">
        <h1 dir="auto">{actor.name}</h1>
        <p class="quiet">
          {actor.kind}
          {actor.country === null ? '' : ` · ${actor.country}`} · in {actor.reports} {actor.reports === 1 ? 'report' : 'reports'}
        </p>
        {names.length < 2 ? null : (
          <p class="standfirst quiet" dir="auto">
            Named as {shorten(names.map(({ name, reports }) => `${name} (${reports.length})`).join(' · '), 400)}
          </p>
        )}
      </div>
      {SECTIONS.map(([heading, kinds]) => {
        const of = claims.filter(({ claim }) => kinds.includes(claim.kind));
        return of.length === 0 ? null : <Claims heading={heading} claims={of} day={frame.day} />;
      })}
      {statements.length === 0 ? null : (
        <section class="block" aria-label="Words">
          <h2>Words</h2>
          <ul>
            {statements.map(({ statement, citation }) => (
              <Line of={[citation]} asOf={frame.day} bare class={citation.review}>
                {ACT_WORDS[statement.act]}{' '}
                <span class="words says" dir="auto">
                  {quoted(shorten(unquoted(citation.words.join(' … ')), 240))}
                </span>
              </Line>
            ))}
          </ul>
        </section>
      )}
      <Same frame={frame} page={page} alike={alike} />
      <p class="quiet">
        <a href={scoped('/who', frame.asked)}>All actors</a>
      </p>
    </Page>
  );
};
