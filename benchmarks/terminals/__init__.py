"""What ``benchmarks/terminal.py`` measures, kind by kind, and the programs it measures beside the reader."""
