"""One screen a module; each composes widgets and turns commands into what they show."""
