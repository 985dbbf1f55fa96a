-- What one person read, asked at each step of their way, without walking through everybody's page views.
create index page_views_by_lead on app.page_views (workspace_id, lead_id, occurred_at) where lead_id is not null;
create index step_events_by_lead on app.step_events (workspace_id, lead_id, occurred_at) where lead_id is not null;
