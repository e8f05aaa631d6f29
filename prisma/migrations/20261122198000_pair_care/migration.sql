ALTER TABLE mentoring_report
  -- Whom it is about, where it is somebody: they never read nor handle it.
  ADD COLUMN about_user_id text;
UPDATE mentoring_report AS report SET about_user_id = CASE about
    WHEN 'coordinator' THEN pair.coordinator_id
    WHEN 'other' THEN CASE WHEN pair.mentor_id = report.user_id THEN pair.learner_id ELSE pair.mentor_id END END
  FROM mentoring_pair AS pair WHERE pair.id = report.pair_id;
CREATE INDEX mentoring_report_about_user ON mentoring_report (guild_id, about_user_id);

ALTER TABLE mentoring_pair
  -- Both were told that staff first choose who looks after them.
  ADD COLUMN awaited_at timestamptz,
  -- How often both were called by what one of them did, since that moment: more than a few times a day it is said without.
  ADD COLUMN mentioned_since timestamptz,
  ADD COLUMN mentions integer NOT NULL DEFAULT 0;

CREATE INDEX mentoring_pair_coordinated ON mentoring_pair (guild_id, coordinator_id) WHERE state <> 'ended' AND coordinator_id IS NOT NULL;
CREATE INDEX mentoring_pair_uncoordinated ON mentoring_pair (guild_id, id) WHERE state <> 'ended' AND coordinator_id IS NULL;
CREATE INDEX mentoring_pair_threaded ON mentoring_pair (guild_id, thread_id) WHERE state <> 'ended' AND thread_id IS NOT NULL;
CREATE INDEX mentoring_pair_lately_ended ON mentoring_pair (guild_id, ended_at) WHERE state = 'ended';

-- Messages for staff that name the two: taken back when one of them is erased, and with the names.
CREATE TABLE mentoring_pair_post (
  message_id text PRIMARY KEY,
  channel_id text NOT NULL,
  pair_id integer NOT NULL REFERENCES mentoring_pair ON DELETE CASCADE,
  guild_id text NOT NULL,
  posted_at timestamptz NOT NULL
);
CREATE INDEX mentoring_pair_post_pair ON mentoring_pair_post (pair_id);
