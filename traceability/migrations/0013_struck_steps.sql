-- Up Migration
-- A struck entry stays on the page of its lot, with who struck it and what stands in its place.

-- An id of the party's own, never a name; null where nobody said so. The writer of a replacement has struck what it replaces.
alter table trace.lot_step add column void_by text;

create index lot_step_in_place_of on trace.lot_step (party_no, replaces_step_no) where replaces_step_no is not null;
