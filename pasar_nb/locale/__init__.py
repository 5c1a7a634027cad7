"""The English catalogue, and the tool that keeps it in step with the source."""
