ALTER TABLE mentoring_circle_meeting
  -- How many learners were in the circle when it was settled as done: names go, the number stays.
  ADD COLUMN people integer CHECK (people > 0),
  ADD CONSTRAINT mentoring_circle_meeting_people CHECK (people IS NULL OR state = 'done');
ALTER TABLE mentoring_flash
  -- Done, and the first that these two did: an attestation counts each person once, also when the name is forgotten.
  ADD COLUMN is_first boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT mentoring_flash_first CHECK (NOT is_first OR state = 'done');

UPDATE mentoring_circle_meeting AS meeting SET people = least(circle.seats, met.count)
FROM mentoring_circle AS circle, LATERAL (
  SELECT count(*)::integer AS count FROM mentoring_circle_place AS place
  WHERE place.circle_id = circle.id AND place.state <> 'waiting' AND (place.ended_at IS NULL OR place.ended_at > circle.published_at)
) AS met
WHERE circle.id = meeting.circle_id AND meeting.state = 'done' AND met.count > 0;
UPDATE mentoring_flash AS flash SET is_first = true
FROM (
  SELECT id, row_number() OVER (PARTITION BY guild_id, mentor_id, coalesce(learner_id, id::text) ORDER BY ended_at, id) AS place
  FROM mentoring_flash WHERE state = 'done'
) AS done
WHERE done.id = flash.id AND done.place = 1;

-- Whoever wrote to staff about a mentor is kept apart from them as everybody else is.
INSERT INTO mentoring_avoid (guild_id, user_id, avoided_id, was_paired, at)
SELECT two.guild_id, who.one, who.other, true, min(two.created_at)
FROM (
  SELECT report.guild_id, report.created_at, flash.learner_id, flash.mentor_id
  FROM mentoring_circle_report AS report JOIN mentoring_flash AS flash ON flash.id = report.flash_id
  UNION ALL
  SELECT report.guild_id, report.created_at, report.user_id, circle.mentor_id
  FROM mentoring_circle_report AS report JOIN mentoring_circle AS circle ON circle.id = report.circle_id
) AS two, LATERAL (VALUES (learner_id, mentor_id), (mentor_id, learner_id)) AS who (one, other)
WHERE who.one <> who.other
GROUP BY two.guild_id, who.one, who.other
ON CONFLICT (guild_id, user_id, avoided_id) DO UPDATE SET was_paired = true;

-- Of whom something was settled lately: the thanks of the day.
CREATE INDEX mentoring_session_done ON mentoring_session (settled_at) WHERE state = 'done';
CREATE INDEX mentoring_flash_done ON mentoring_flash (ended_at) WHERE state = 'done';
CREATE INDEX mentoring_circle_meeting_done ON mentoring_circle_meeting (settled_at) WHERE state = 'done';
-- Sessions of a server by when they are: those to come, of the last days, of each month.
CREATE INDEX mentoring_session_starts ON mentoring_session (guild_id, starts_at);
