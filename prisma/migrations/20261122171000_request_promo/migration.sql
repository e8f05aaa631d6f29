CREATE TYPE join_result AS ENUM ('joined', 'already', 'over', 'elsewhere');

ALTER TABLE identification_request
  ADD COLUMN promo_id integer REFERENCES promo ON DELETE SET NULL,
  ADD COLUMN is_join boolean NOT NULL DEFAULT false,
  ADD COLUMN join_result join_result,
  ADD COLUMN called_promo_ids integer[] NOT NULL DEFAULT '{}',
  -- Only who learns or teaches is in a promo.
  ADD CONSTRAINT identification_request_promo_kind CHECK (promo_id IS NULL OR kind IN ('learner', 'trainer')),
  -- Nothing is left to fill in by somebody whose identity is known.
  ADD CONSTRAINT identification_request_join_sent CHECK (NOT is_join OR status <> 'draft'),
  ADD CONSTRAINT identification_request_join_result CHECK (join_result IS NULL OR status = 'accepted');
CREATE INDEX identification_request_promo_id_idx ON identification_request (promo_id);

-- Promos that people may ask to join, by course.
CREATE INDEX promo_joinable ON promo (guild_id, course_id) WHERE state IN ('planned', 'active') AND clearing_at IS NULL;
