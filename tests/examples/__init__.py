"""Everything that is written for users runs: the examples, the README and the documents."""
