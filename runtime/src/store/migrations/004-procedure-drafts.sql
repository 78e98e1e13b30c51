-- Procedures as they are drawn. Every act on a draft is one line of its log; (draft_id, seq) is the guard: two acts that
-- saw the same draft cannot both commit. The draft beside it is what the lines made of it, the pack as it is now.

CREATE TABLE procedure_drafts (
  id TEXT PRIMARY KEY,
  updated TEXT NOT NULL,
  draft TEXT NOT NULL,
  pack TEXT NOT NULL
) STRICT;

CREATE TABLE procedure_lines (
  draft_id TEXT NOT NULL REFERENCES procedure_drafts (id),
  seq INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (draft_id, seq)
) STRICT, WITHOUT ROWID;

-- Who has a draft open now, and where they look.
CREATE TABLE presences (
  draft_id TEXT NOT NULL REFERENCES procedure_drafts (id),
  account_id TEXT NOT NULL,
  at TEXT NOT NULL,
  presence TEXT NOT NULL,
  PRIMARY KEY (draft_id, account_id)
) STRICT, WITHOUT ROWID;

-- A published version never changes; of one procedure, a version number is used once.
CREATE TABLE publications (
  pack_id TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  publication TEXT NOT NULL,
  PRIMARY KEY (pack_id, version)
) STRICT;
CREATE UNIQUE INDEX publications_hash ON publications (hash);
