"""The seller's pages: start, questions, check-your-answers, the private link."""
