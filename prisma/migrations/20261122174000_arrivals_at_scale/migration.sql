-- Each minute those who are expected are asked about, and by the hour those whose role is still to be taken back.
CREATE INDEX promo_arrival_open ON promo_arrival (promo_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX promo_arrival_ended ON promo_arrival (ended_at) WHERE ended_at IS NOT NULL;

-- When Discord last said how often it was used.
ALTER TABLE promo_invite ADD COLUMN seen_at timestamptz;
