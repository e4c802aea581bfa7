"""One verdict, told for a terminal, a job summary, a test report, a browser and for tools."""
