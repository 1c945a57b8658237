"""The kinds of place that a site can be sent to, a module for each: a site folder and its manifest in, files there."""
