ALTER TABLE mentor_profile
  -- Staff were told that it waits for too long.
  ADD COLUMN staff_reminded_at timestamptz,
  -- The Discord role of mentors that they have, and whether the bot gave it.
  ADD COLUMN granted_role_id text,
  ADD COLUMN role_given boolean NOT NULL DEFAULT false,
  ADD COLUMN role_missing boolean NOT NULL DEFAULT false;
CREATE INDEX mentor_old ON mentor_profile (updated_at) WHERE state IN ('draft', 'withdrawn');

CREATE TYPE mentor_hold_kind AS ENUM ('own', 'silence', 'renewal', 'sanction', 'timeout', 'ban', 'absent');

-- Why a mentor is paused. There may be several reasons at once: they are proposed again when the last one is over.
CREATE TABLE mentor_hold (
  guild_id text NOT NULL,
  user_id text NOT NULL,
  kind mentor_hold_kind NOT NULL,
  -- Null: until it is lifted.
  until timestamptz,
  at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id, kind),
  FOREIGN KEY (guild_id, user_id) REFERENCES mentor_profile (guild_id, user_id) ON DELETE CASCADE
);
CREATE INDEX mentor_hold_over ON mentor_hold (until) WHERE until IS NOT NULL;
CREATE INDEX mentor_hold_kinds ON mentor_hold (kind, at);

CREATE TYPE mentor_event_kind AS ENUM ('sent', 'resent', 'edited', 'asked', 'approved', 'refused', 'removed', 'paused', 'resumed', 'withdrawn', 'expiring', 'renewed');

-- What happened to a profile: staff read it on its card, and the person is told some of it.
CREATE TABLE mentor_event (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  kind mentor_event_kind NOT NULL,
  -- Of a pause, or of its end.
  cause mentor_pause,
  acted_by text,
  note text,
  -- The person could not be reached.
  untold boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  FOREIGN KEY (guild_id, user_id) REFERENCES mentor_profile (guild_id, user_id) ON DELETE CASCADE
);
CREATE INDEX mentor_event_profile ON mentor_event (guild_id, user_id, id);
CREATE INDEX mentor_event_acted_by ON mentor_event (guild_id, acted_by);
CREATE INDEX mentor_event_at ON mentor_event (at);
