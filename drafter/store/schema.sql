CREATE TABLE comments (
	no INTEGER NOT NULL,
	"key" VARCHAR(40) NOT NULL,
	agency TEXT NOT NULL,
	text TEXT NOT NULL,
	draft_number INTEGER,
	path TEXT NOT NULL,
	first_read VARCHAR(40) NOT NULL,
	CONSTRAINT pk_comments PRIMARY KEY (no),
	CONSTRAINT uq_comments_key UNIQUE ("key")
);
CREATE TABLE acts (
	id INTEGER NOT NULL,
	who TEXT NOT NULL,
	at VARCHAR(40) NOT NULL,
	via VARCHAR(20) NOT NULL,
	draft INTEGER,
	undoes INTEGER,
	CONSTRAINT pk_acts PRIMARY KEY (id),
	CONSTRAINT fk_acts_undoes FOREIGN KEY(undoes) REFERENCES acts (id)
);
CREATE TABLE snapshots (
	id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	who TEXT NOT NULL,
	at VARCHAR(40) NOT NULL,
	draft INTEGER,
	path TEXT NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	agency TEXT NOT NULL,
	content TEXT NOT NULL,
	output BLOB NOT NULL,
	CONSTRAINT pk_snapshots PRIMARY KEY (id)
);
CREATE TABLE decisions (
	"key" VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	disposition VARCHAR(20) NOT NULL,
	assignee TEXT NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_decisions PRIMARY KEY ("key"),
	CONSTRAINT fk_decisions_key FOREIGN KEY("key") REFERENCES comments ("key")
);
CREATE INDEX ix_decisions_disposition ON decisions (disposition);
CREATE TABLE history (
	act INTEGER NOT NULL,
	"key" VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	"before" TEXT NOT NULL,
	"after" TEXT NOT NULL,
	CONSTRAINT pk_history PRIMARY KEY (act, "key"),
	CONSTRAINT uq_history_key UNIQUE ("key", version),
	CONSTRAINT fk_history_act FOREIGN KEY(act) REFERENCES acts (id),
	CONSTRAINT fk_history_key FOREIGN KEY("key") REFERENCES comments ("key")
);
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)
