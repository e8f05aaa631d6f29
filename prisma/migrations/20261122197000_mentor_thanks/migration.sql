-- What a mentor is thanked with: how many hours were reached, from 1, and whether others see it.
ALTER TABLE mentor_profile ADD COLUMN badge integer NOT NULL DEFAULT 0 CHECK (badge BETWEEN 0 AND 3),
  ADD COLUMN shows_badge boolean NOT NULL DEFAULT true;

-- What the dashboard asks: the pairs of a guild by when they began, and what was met lately.
CREATE INDEX mentoring_pair_created ON mentoring_pair (guild_id, created_at);
CREATE INDEX mentoring_session_settled ON mentoring_session (guild_id, settled_at);
CREATE INDEX mentoring_pair_ended_in ON mentoring_pair (guild_id, ended_at) WHERE state = 'ended';
-- The same as mentoring_pair_over.
DROP INDEX mentoring_pair_ended_at;
