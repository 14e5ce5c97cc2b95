"""One port to any language model, its adapters, and the wrappers that add one policy each."""
