"""Whether two claims tell one fact in other words."""
