-- The order in which a company without an offer reads profiles must not be computable from a list of Discord ids.
ALTER TABLE talent_profile ADD COLUMN chance uuid NOT NULL DEFAULT gen_random_uuid();

-- Since when the thread of two has whom it should have, whether the company is out of it, and whether each was told of the other without one.
ALTER TABLE talent_contact ADD COLUMN seated_at timestamptz;
ALTER TABLE talent_contact ADD COLUMN is_shut boolean NOT NULL DEFAULT false;
ALTER TABLE talent_contact ADD COLUMN told_at timestamptz;
CREATE INDEX talent_contact_seated ON talent_contact (company_id) WHERE state = 'accepted' AND opened_at IS NOT NULL;

-- Nobody is told of an offer once their profile is gone, nor is it written down meanwhile.
DELETE FROM talent_notice AS notice
WHERE NOT EXISTS (SELECT FROM talent_profile AS profile WHERE profile.guild_id = notice.guild_id AND profile.user_id = notice.user_id);
ALTER TABLE talent_notice ADD FOREIGN KEY (guild_id, user_id) REFERENCES talent_profile ON DELETE CASCADE;

-- A company that somebody hides from before it ever wrote, or registered here.
CREATE TABLE talent_avoided (
  id serial PRIMARY KEY,
  guild_id text NOT NULL,
  user_id text NOT NULL,
  -- As the person typed it, and as it is compared: a SIREN, a SIRET, or the letters of a name.
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 100),
  key text NOT NULL CHECK (key <> ''),
  at timestamptz NOT NULL,
  UNIQUE (guild_id, user_id, key)
);
