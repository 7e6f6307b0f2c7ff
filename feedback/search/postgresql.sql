-- One statement after each empty line. Porter's stemmer and no stop words, so that the same is found as on SQLite; what
-- parts words there (everything but letters and digits) is made a space here before PostgreSQL's own parser reads it.

CREATE TEXT SEARCH DICTIONARY feedback_porter (TEMPLATE = snowball, LANGUAGE = porter)

CREATE TEXT SEARCH CONFIGURATION feedback_words (COPY = simple)

ALTER TEXT SEARCH CONFIGURATION feedback_words ALTER MAPPING FOR asciiword, word, numword WITH feedback_porter

CREATE FUNCTION feedback_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(
    regexp_replace(normalize(lower(words), NFD), '[\u0300-\u036f]', '', 'g'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7'
    '\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f]+', ' ', 'g'
  )
$$

CREATE TABLE feedback_search (rowid bigint PRIMARY KEY, feedback_search tsvector NOT NULL)

CREATE FUNCTION feedback_find(wanted bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO feedback_search
  SELECT said.id, to_tsvector('feedback_words',
    'qzall qzs' || said.stage_id || ' qzp' || said.participant_id || ' ' || feedback_folded(concat_ws(
      ' qzgap ', '', said.text, said.dissent, said.how_known,
      (SELECT string_agg(text || ' qzgap ' || because, ' qzgap ') FROM feedback_answer WHERE contribution_id = said.id)
    ))
  ) FROM feedback_contribution said WHERE said.id = wanted
  ON CONFLICT (rowid) DO UPDATE SET feedback_search = EXCLUDED.feedback_search
$$

CREATE FUNCTION feedback_search_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_TABLE_NAME = 'feedback_answer' THEN
    PERFORM feedback_find(CASE WHEN TG_OP = 'DELETE' THEN OLD.contribution_id ELSE NEW.contribution_id END);
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM feedback_search WHERE rowid = OLD.id;
  ELSE
    PERFORM feedback_find(NEW.id);
  END IF;
  RETURN NULL;
END $$

CREATE FUNCTION feedback_search_empty() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  TRUNCATE feedback_search;
  RETURN NULL;
END $$

SELECT feedback_find(id) FROM feedback_contribution

CREATE INDEX feedback_search_words ON feedback_search USING gin (feedback_search)

CREATE TRIGGER feedback_contribution_words_row
AFTER INSERT OR DELETE OR UPDATE OF text, dissent, how_known, stage_id, participant_id ON feedback_contribution
FOR EACH ROW EXECUTE FUNCTION feedback_search_row()

CREATE TRIGGER feedback_answer_words_row
AFTER INSERT OR DELETE OR UPDATE OF text, because, contribution_id ON feedback_answer
FOR EACH ROW EXECUTE FUNCTION feedback_search_row()

CREATE TRIGGER feedback_contribution_words_empty AFTER TRUNCATE ON feedback_contribution
FOR EACH STATEMENT EXECUTE FUNCTION feedback_search_empty()
