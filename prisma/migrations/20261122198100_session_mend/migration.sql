ALTER TABLE mentoring_session
  -- When both were last called to the card.
  ADD COLUMN called_at timestamptz;

ALTER TABLE mentoring_opinion
  -- They would like staff to write to them.
  ADD COLUMN wants_contact boolean NOT NULL DEFAULT false,
  -- What staff were sent of it.
  ADD COLUMN alert_channel_id text,
  ADD COLUMN alert_message_id text,
  ADD CONSTRAINT mentoring_opinion_alert CHECK ((alert_channel_id IS NULL) = (alert_message_id IS NULL));

-- An answer of which somebody of staff is to be told: `worrying` of rules/life.ts, or a wish to be contacted.
DROP INDEX mentoring_opinion_untold;
CREATE INDEX mentoring_opinion_untold ON mentoring_opinion (said_at) WHERE alerted_at IS NULL AND (least(useful, comfort) <= 2 OR wants_contact);
-- What people wrote, for staff.
CREATE INDEX mentoring_opinion_words ON mentoring_opinion (guild_id, said_at) WHERE comment IS NOT NULL;
-- What is to be taken back when one of the two is erased.
CREATE INDEX mentoring_opinion_alerted ON mentoring_opinion (guild_id) WHERE alert_message_id IS NOT NULL;
