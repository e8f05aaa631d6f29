-- How many differences the last night found, so that staff can leaf through the promos that differ.
ALTER TABLE promo ADD COLUMN drifted integer NOT NULL DEFAULT 0 CHECK (drifted >= 0);
CREATE INDEX promo_drifted ON promo (guild_id, name, id) WHERE drifted > 0;

-- The role of a campus or course that its people were last given: when Discord has another one since, they are owed it.
CREATE TABLE promo_granted (
  entry_id integer PRIMARY KEY REFERENCES catalogue_entry ON DELETE CASCADE,
  role_id text NOT NULL
);
INSERT INTO promo_granted (entry_id, role_id) SELECT id, role_id FROM catalogue_entry WHERE role_id IS NOT NULL AND removed_at IS NULL;
