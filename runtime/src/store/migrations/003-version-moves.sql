-- All cases of a version on their way to another, one by one; `after_case` is the last one looked at.

CREATE TABLE moves (
  id TEXT PRIMARY KEY,
  from_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  after_case TEXT,
  updated TEXT NOT NULL,
  move TEXT NOT NULL
) STRICT;
-- One at a time for each version.
CREATE UNIQUE INDEX moves_under_way ON moves (from_hash) WHERE state <> 'done';

-- A case is looked at once in each: the primary key refuses a second time.
CREATE TABLE moved_cases (
  move_id TEXT NOT NULL REFERENCES moves (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  outcome TEXT NOT NULL,
  codes TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (move_id, case_id)
) STRICT, WITHOUT ROWID;

-- Cases are found by the version they stand on.
CREATE INDEX cases_of_version ON cases (json_extract(file, '$.pack.hash'), id);
