"""What clauses predicate of what they are about, and the rules on predicates that exclude each other."""
