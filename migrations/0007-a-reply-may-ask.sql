-- A reply that asks something wants an answer of its own kind.
alter table app.replies drop constraint replies_kind_check;
alter table app.replies add constraint replies_kind_check check (kind in
  ('interested', 'question', 'not_now', 'not_interested', 'wrong_person', 'out_of_office', 'unsubscribe', 'bounce', 'complaint', 'other'));
