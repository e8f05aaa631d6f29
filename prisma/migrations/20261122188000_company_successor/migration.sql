-- Another took its SIRET after nobody was left: it keeps its offers, its history and its figures, and gives none of them on.
ALTER TABLE company ADD COLUMN replaced_at timestamptz;
DROP INDEX company_siret;
CREATE UNIQUE INDEX company_siret ON company (guild_id, siret) WHERE state <> 'refused' AND replaced_at IS NULL;
ALTER TYPE company_event_kind ADD VALUE 'replaced';

-- What candidates answered never goes with the company.
ALTER TABLE offer DROP CONSTRAINT offer_company_id_fkey,
  ADD CONSTRAINT offer_company_id_fkey FOREIGN KEY (company_id) REFERENCES company;

-- A company that is withdrawn is gone, and counts all the same against who registers one after the other.
CREATE TABLE company_registration (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX company_registration_user ON company_registration (guild_id, user_id, at);
CREATE INDEX company_registration_at ON company_registration (at);
