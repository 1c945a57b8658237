"""The desk: what editors do with their own hands (read, new, serve), and how the front desk answers them."""
