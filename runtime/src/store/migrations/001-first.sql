-- Everything the service keeps. Times are RFC 3339 text in UTC with milliseconds: they sort as text.

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL,
  account TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  opened TEXT NOT NULL,
  seen TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_of_account ON sessions (account_id);

CREATE TABLE attempts (
  id INTEGER PRIMARY KEY,
  bucket TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_of_bucket ON attempts (bucket, at);

CREATE TABLE packs (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  pack TEXT NOT NULL
) STRICT;

-- Projection of the journal: rebuilt from the entries, byte for byte.
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  pack_id TEXT NOT NULL,
  sealed INTEGER NOT NULL,
  agency TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  status TEXT NOT NULL,
  updated TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;

CREATE TABLE assignments (
  case_id TEXT NOT NULL REFERENCES cases (id),
  role TEXT NOT NULL,
  account_id TEXT NOT NULL,
  PRIMARY KEY (case_id, role)
) STRICT;
CREATE INDEX assignments_of_account ON assignments (account_id, case_id);

-- The journal. (case_id, seq) is the final guard: two commands that saw the same case file cannot both commit.
CREATE TABLE entries (
  case_id TEXT NOT NULL REFERENCES cases (id),
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  case_id TEXT NOT NULL REFERENCES cases (id),
  row_id TEXT NOT NULL,
  state TEXT NOT NULL,
  due TEXT,
  next TEXT,
  row TEXT NOT NULL,
  PRIMARY KEY (case_id, row_id)
) STRICT;
CREATE INDEX ledger_next ON ledger (next) WHERE state = 'running' AND next IS NOT NULL;
CREATE INDEX ledger_due ON ledger (due) WHERE state IN ('running', 'paused') AND due IS NOT NULL;

CREATE TABLE outbox (
  case_id TEXT NOT NULL REFERENCES cases (id),
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  effect TEXT NOT NULL,
  PRIMARY KEY (case_id, key)
) STRICT;

CREATE TABLE answers (
  account_id TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT;

CREATE TABLE drafts (
  case_id TEXT NOT NULL REFERENCES cases (id),
  account_id TEXT NOT NULL,
  step TEXT NOT NULL,
  facts TEXT NOT NULL,
  saved TEXT NOT NULL,
  PRIMARY KEY (case_id, account_id, step)
) STRICT;

CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  proposal TEXT NOT NULL
) STRICT;
CREATE INDEX proposals_of_case ON proposals (case_id);

-- A proposal is settled once: the primary key refuses a second answer.
CREATE TABLE settlements (
  proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
  state TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE once (
  id TEXT PRIMARY KEY
) STRICT;

CREATE TABLE audit (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
