"""The desk page: HTML, styles and modules a browser runs, and the routes that serve them; a client of the API."""
