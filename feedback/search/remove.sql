-- What PostgreSQL drops beside the triggers; SQLite only has the table.

DROP TABLE IF EXISTS feedback_search

DROP FUNCTION IF EXISTS feedback_folded(text), feedback_find(bigint), feedback_search_row(), feedback_search_empty()

DROP TEXT SEARCH CONFIGURATION IF EXISTS feedback_words

DROP TEXT SEARCH DICTIONARY IF EXISTS feedback_porter
