"""The desk page: HTML, styles and modules a browser runs, and the routes that serve them. A client of the public API."""
