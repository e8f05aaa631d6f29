-- Whom a company that was verified before waits for, about new facts or another year; one that never was says it by its state.
CREATE TYPE company_review AS ENUM ('staff', 'person');

ALTER TABLE company
  ADD COLUMN review company_review,
  ADD COLUMN proposal jsonb,
  ADD COLUMN proposed_by text,
  ADD COLUMN email_by text,
  ADD CONSTRAINT company_review_known CHECK (review IS NULL OR state IN ('verified', 'lapsed', 'suspended')),
  -- What never was verified, or is refused, has nothing to keep standing: new facts take the place of the old at once.
  ADD CONSTRAINT company_proposal CHECK (proposal IS NULL OR (state IN ('verified', 'lapsed') AND review IS NOT NULL));

DROP INDEX company_waiting;
CREATE INDEX company_waiting ON company (guild_id, submitted_at) WHERE state = 'pending' OR review = 'staff';
CREATE INDEX company_name_part ON company USING gin (fold(name) gin_trgm_ops);
CREATE INDEX company_siret_part ON company USING gin (siret gin_trgm_ops);
CREATE INDEX company_siren ON company (guild_id, left(siret, 9));
CREATE INDEX company_proposed_by ON company (guild_id, proposed_by);
CREATE INDEX company_email_by ON company (guild_id, email_by);

ALTER TABLE company_recruiter
  ADD COLUMN led_at timestamptz,
  ADD COLUMN locale text NOT NULL DEFAULT 'fr',
  ADD COLUMN granted_role_id text,
  ADD COLUMN role_given boolean NOT NULL DEFAULT false,
  ADD COLUMN role_missing boolean NOT NULL DEFAULT false;
CREATE INDEX company_recruiter_granted ON company_recruiter (guild_id) WHERE granted_role_id IS NOT NULL;

CREATE TYPE company_event_kind AS ENUM (
  'registered', 'corrected', 'resubmitted', 'answered', 'proposed', 'renewal_asked', 'edited', 'duplicate',
  'asked', 'verified', 'refused', 'changed', 'kept', 'renewed', 'not_renewed', 'suspended', 'lifted', 'expiring', 'lapsed',
  'declined', 'joined', 'brought', 'removed', 'left', 'handed');

CREATE TABLE company_event (
  id serial PRIMARY KEY,
  company_id integer NOT NULL REFERENCES company ON DELETE CASCADE,
  guild_id text NOT NULL,
  kind company_event_kind NOT NULL,
  actor_id text,
  person_id text,
  note text,
  at timestamptz NOT NULL,
  untold boolean NOT NULL DEFAULT false
);
CREATE INDEX company_event_company_id_idx ON company_event (company_id);
CREATE INDEX company_event_actor ON company_event (guild_id, actor_id);
CREATE INDEX company_event_person ON company_event (guild_id, person_id);

CREATE TYPE company_invitation_end AS ENUM ('accepted', 'declined', 'withdrawn', 'expired');

CREATE TABLE company_invitation (
  id serial PRIMARY KEY,
  company_id integer NOT NULL REFERENCES company ON DELETE CASCADE,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  invited_by text,
  invited_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_as company_invitation_end,
  CONSTRAINT company_invitation_ended CHECK ((ended_at IS NULL) = (ended_as IS NULL))
);
-- Nobody is invited twice at a time.
CREATE UNIQUE INDEX company_invitation_open ON company_invitation (company_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX company_invitation_company_id_idx ON company_invitation (company_id);
CREATE INDEX company_invitation_user ON company_invitation (guild_id, user_id);
CREATE INDEX company_invitation_invited_by ON company_invitation (guild_id, invited_by);
CREATE INDEX company_invitation_due ON company_invitation (invited_at) WHERE ended_at IS NULL;
