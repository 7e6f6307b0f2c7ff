-- One statement after each empty line. An answer's trigger names no table but its own and the index, because SQLite
-- reads every trigger again when Django remakes a table, and refuses one that names a table which is not there.

CREATE VIRTUAL TABLE feedback_search USING fts5(
  place, text, dissent, how_known, answers,
  tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3 4'
)

INSERT INTO feedback_search (rowid, place, text, dissent, how_known, answers)
SELECT id, 'qzall qzs' || stage_id || ' qzp' || participant_id, text, dissent, how_known, coalesce(
  (SELECT group_concat(text || ' qzgap ' || because, ' qzgap ') FROM feedback_answer WHERE contribution_id = said.id), ''
) FROM feedback_contribution said

CREATE TRIGGER feedback_contribution_words_insert AFTER INSERT ON feedback_contribution BEGIN
  INSERT INTO feedback_search (rowid, place, text, dissent, how_known, answers) VALUES (
    NEW.id, 'qzall qzs' || NEW.stage_id || ' qzp' || NEW.participant_id, NEW.text, NEW.dissent, NEW.how_known, ''
  );
END

CREATE TRIGGER feedback_contribution_words_update
AFTER UPDATE OF text, dissent, how_known, stage_id, participant_id ON feedback_contribution BEGIN
  UPDATE feedback_search SET
    place = 'qzall qzs' || NEW.stage_id || ' qzp' || NEW.participant_id,
    text = NEW.text, dissent = NEW.dissent, how_known = NEW.how_known
  WHERE rowid = NEW.id;
END

CREATE TRIGGER feedback_contribution_words_delete AFTER DELETE ON feedback_contribution BEGIN
  DELETE FROM feedback_search WHERE rowid = OLD.id;
END

CREATE TRIGGER feedback_answer_words_insert AFTER INSERT ON feedback_answer BEGIN
  UPDATE feedback_search SET answers = answers || ' qzgap ' || NEW.text || ' qzgap ' || NEW.because
  WHERE rowid = NEW.contribution_id;
END

CREATE TRIGGER feedback_answer_words_update AFTER UPDATE OF text, because, contribution_id ON feedback_answer BEGIN
  UPDATE feedback_search SET answers = coalesce(
    (SELECT group_concat(text || ' qzgap ' || because, ' qzgap ') FROM feedback_answer
     WHERE contribution_id = NEW.contribution_id), ''
  ) WHERE rowid = NEW.contribution_id;
END

CREATE TRIGGER feedback_answer_words_delete AFTER DELETE ON feedback_answer BEGIN
  UPDATE feedback_search SET answers = coalesce(
    (SELECT group_concat(text || ' qzgap ' || because, ' qzgap ') FROM feedback_answer
     WHERE contribution_id = OLD.contribution_id), ''
  ) WHERE rowid = OLD.contribution_id;
END
