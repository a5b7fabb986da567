"""Who an article says it has it from."""
