-- Asked whether it still holds.
ALTER TABLE mentoring_request ADD COLUMN reminded_at timestamptz;
-- The last click on a request, by which it is reminded of and expires; when it was closed, by which it is forgotten.
CREATE INDEX mentoring_request_idle ON mentoring_request (updated_at) WHERE state = 'waiting';
CREATE INDEX mentoring_request_old ON mentoring_request (closed_at) WHERE state <> 'waiting';

ALTER TABLE mentoring_ask
  -- When the mentor is next reminded; null: no more.
  ADD COLUMN remind_at timestamptz,
  -- The last answer of the mentor, be it a question.
  ADD COLUMN answered_at timestamptz,
  -- The mentor was paused for not having answered this one, or had answered another meanwhile.
  ADD COLUMN silence_at timestamptz,
  ADD CONSTRAINT mentoring_ask_learner_due CHECK (state <> 'question' OR due_at IS NOT NULL);
CREATE INDEX mentoring_ask_remind_at ON mentoring_ask (remind_at) WHERE state = 'asked' AND remind_at IS NOT NULL;
CREATE INDEX mentoring_ask_question_due_at ON mentoring_ask (due_at) WHERE state = 'question';
CREATE INDEX mentoring_ask_silent ON mentoring_ask (asked_at) WHERE state = 'expired' AND silence_at IS NULL;
-- Whether a mentor answered anything since.
CREATE INDEX mentoring_ask_answered ON mentoring_ask (guild_id, mentor_id, answered_at) WHERE answered_at IS NOT NULL;
