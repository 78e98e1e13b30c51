-- Effects are delivered from the outbox, once each: the primary key of `deliveries` refuses a second time.

ALTER TABLE outbox ADD COLUMN waiting INTEGER NOT NULL DEFAULT 1;
CREATE INDEX outbox_waiting ON outbox (at) WHERE waiting = 1;

CREATE TABLE deliveries (
  case_id TEXT NOT NULL,
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  opened TEXT,
  PRIMARY KEY (case_id, key),
  FOREIGN KEY (case_id, key) REFERENCES outbox (case_id, key)
) STRICT;

-- Who was told acknowledges once, in the role that was told.
CREATE TABLE acknowledgements (
  case_id TEXT NOT NULL,
  key TEXT NOT NULL,
  role TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, key, role),
  FOREIGN KEY (case_id, key) REFERENCES deliveries (case_id, key)
) STRICT;

-- Pruning reads by age.
CREATE INDEX attempts_at ON attempts (at);
CREATE INDEX answers_at ON answers (at);
CREATE INDEX sessions_opened ON sessions (opened);
