ALTER TYPE offer_end ADD VALUE 'refused';

ALTER TABLE offer
  ADD COLUMN touched_at timestamptz,
  ADD COLUMN first_sent_at timestamptz,
  ADD COLUMN proposed_at timestamptz,
  ADD COLUMN reported_at timestamptz,
  ADD COLUMN lost_at timestamptz,
  ADD COLUMN checked_at timestamptz,
  ADD COLUMN shown text,
  ADD COLUMN expiry_told_at timestamptz,
  ADD COLUMN staff_told_at timestamptz,
  -- What waits for staff has a date since when.
  ADD CONSTRAINT offer_proposal CHECK ((proposal IS NULL) = (proposed_at IS NULL)),
  -- What three people report is shown to nobody.
  ADD CONSTRAINT offer_reported CHECK (reported_at IS NULL OR state IN ('hidden', 'closed')),
  ADD CONSTRAINT offer_sent CHECK (state <> 'pending' OR submitted_at IS NOT NULL);

-- All that waits for staff, the oldest first.
DROP INDEX offer_waiting;
CREATE INDEX offer_waiting ON offer (guild_id, submitted_at)
  WHERE state = 'pending' OR (state = 'published' AND decided_at IS NULL) OR proposed_at IS NOT NULL OR (state = 'hidden' AND reported_at IS NOT NULL);
CREATE INDEX offer_open ON offer (guild_id, published_at DESC, id DESC) WHERE state = 'published';
CREATE INDEX offer_open_title ON offer USING gin (fold(title) gin_trgm_ops) WHERE state = 'published';
CREATE INDEX offer_draft ON offer (created_at) WHERE state IN ('draft', 'asked', 'refused');
CREATE INDEX offer_lost ON offer (lost_at) WHERE lost_at IS NOT NULL;
CREATE INDEX offer_ended ON offer (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE offer_report (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  offer_id integer NOT NULL REFERENCES offer ON DELETE CASCADE,
  reporter_id text NOT NULL,
  category text NOT NULL CHECK (category IN ('fraud', 'discrimination', 'misleading', 'unlawful', 'outdated', 'other')),
  comment text NOT NULL,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  -- Once a person, so that nobody counts twice, neither now nor after staff looked at it.
  CONSTRAINT offer_report_once UNIQUE (offer_id, reporter_id)
);
CREATE INDEX offer_report_reporter ON offer_report (guild_id, reporter_id);

CREATE TABLE hiring_setting (
  guild_id text PRIMARY KEY,
  internship_hour_cents integer CHECK (internship_hour_cents BETWEEN 1 AND 10000),
  minimum_hour_cents integer CHECK (minimum_hour_cents BETWEEN 1 AND 10000),
  blocked_domains text[] NOT NULL DEFAULT '{}' CHECK (cardinality(blocked_domains) <= 200)
);
