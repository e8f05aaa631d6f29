ALTER TABLE mentoring_session
  -- When it was last moved.
  ADD COLUMN changed_at timestamptz,
  -- What came of it was said otherwise the second time.
  ADD COLUMN corrected_at timestamptz,
  ADD COLUMN day_reminded_at timestamptz,
  ADD COLUMN hour_reminded_at timestamptz,
  -- Both were asked what came of it.
  ADD COLUMN asked_at timestamptz,
  -- Where the card stands, and which version of the invitation it carries.
  ADD COLUMN card_channel_id text,
  ADD COLUMN card_message_id text,
  ADD COLUMN card_sequence integer,
  ADD CONSTRAINT mentoring_session_place CHECK (channel_id IS NULL OR link IS NULL),
  ADD CONSTRAINT mentoring_session_link CHECK (link LIKE 'https://%'),
  ADD CONSTRAINT mentoring_session_corrected CHECK (corrected_at IS NULL OR settled_at IS NOT NULL);

-- What one of the two thought of a session, or of all of it at the end.
CREATE TABLE mentoring_opinion (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  pair_id integer NOT NULL REFERENCES mentoring_pair ON DELETE CASCADE,
  -- Null: at the end of the pair.
  session_id integer REFERENCES mentoring_session ON DELETE CASCADE,
  -- Null once erased; the numbers stay.
  user_id text,
  by_mentor boolean NOT NULL,
  useful integer NOT NULL CHECK (useful BETWEEN 1 AND 5),
  comfort integer NOT NULL CHECK (comfort BETWEEN 1 AND 5),
  comment text,
  said_at timestamptz NOT NULL,
  -- Somebody of staff was told.
  alerted_at timestamptz
);
-- Once each.
CREATE UNIQUE INDEX mentoring_opinion_once ON mentoring_opinion (session_id, user_id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX mentoring_opinion_end ON mentoring_opinion (pair_id, user_id) WHERE session_id IS NULL;
CREATE INDEX mentoring_opinion_pair ON mentoring_opinion (pair_id);
CREATE INDEX mentoring_opinion_person ON mentoring_opinion (guild_id, user_id);
CREATE INDEX mentoring_opinion_said ON mentoring_opinion (guild_id, said_at);
-- A low answer of which nobody was told: `worrying` of rules/life.ts.
CREATE INDEX mentoring_opinion_untold ON mentoring_opinion (said_at) WHERE alerted_at IS NULL AND least(useful, comfort) <= 2;
-- What is kept of a pair until a year after its end.
CREATE INDEX mentoring_pair_ended_at ON mentoring_pair (ended_at) WHERE state = 'ended';
