"""The readers' search measured: what it finds beside 'contains', what it fetches, and how soon an answer is there."""
