"""What happened: who did what, to whom, where and when."""
