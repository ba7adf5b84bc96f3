SELECT n.detected_at, n.publisher, n.fiscal_year, n.kind, c.item, c.old_value, c.new_value
FROM v_revision n JOIN v_change c ON c.revision_id = n.revision_id
ORDER BY n.detected_at DESC
LIMIT 100
