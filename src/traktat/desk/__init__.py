"""The desk: one store read, asked and judged in the browser, and by programs over HTTP."""
